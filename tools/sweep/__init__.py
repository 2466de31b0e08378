"""Every service of an installed botocore, generated and compiled: `./dev sweep`."""
