// How Signature Version 4 is applied: what differs between services and uses.

#ifndef CPPSMITH_SIGV4_OPTIONS_HPP
#define CPPSMITH_SIGV4_OPTIONS_HPP

namespace cppsmith::inline v0 {

/// The defaults suit every service but S3, which wants both path options off and `content_sha256_header` on.
struct sigv4_options {
    /// Encode the path of the target once more in what is signed, on top of the encoding it has already.
    bool double_encode_path = true;

    /// Resolve "." and ".." and merge repeated slashes in what is signed. The target itself stays as it is.
    bool normalize_path = true;

    /// Add `x-amz-content-sha256`, the hash of the body, and sign it.
    bool content_sha256_header = false;

    /// Leave the body out of the signature ("UNSIGNED-PAYLOAD", said in `x-amz-content-sha256`). For bodies that
    /// cannot be read twice, over TLS only.
    bool unsigned_payload = false;

    /// Send the session token without signing it, as AWS IoT's WebSocket endpoint wants it.
    bool omit_session_token = false;
};

} // namespace cppsmith::inline v0

#endif // CPPSMITH_SIGV4_OPTIONS_HPP
