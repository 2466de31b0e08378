// Twig, which Branch contains and is contained in, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_TWIG_HPP
#define CPPSMITH_rpc_sink_TWIG_HPP

#include <cppsmith/rpc_sink/branch.hpp>

#endif // CPPSMITH_rpc_sink_TWIG_HPP
