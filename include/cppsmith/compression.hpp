// gzip for the bodies of requests, for the operations whose models allow it (Smithy's `requestCompression`). Needs zlib.

#ifndef CPPSMITH_COMPRESSION_HPP
#define CPPSMITH_COMPRESSION_HPP

#include <zlib.h>

#include <limits>
#include <string>
#include <string_view>

namespace cppsmith::inline v0 {

/// The bytes as a gzip file (RFC 1952), the same for the same bytes; empty where zlib has no memory, or they are more than it takes at once.
/// Given to a client as `{.compress = cppsmith::gzip}`.
inline std::string gzip(std::string_view bytes) {
    constexpr int with_gzip_header = 15 + 16, usual_memory = 8;
    std::string out;
    z_stream stream{};
    if (bytes.size() > std::numeric_limits<uInt>::max() / 2) return out;
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, with_gzip_header, usual_memory, Z_DEFAULT_STRATEGY) != Z_OK)
        return out;
    out.resize(deflateBound(&stream, static_cast<uLong>(bytes.size())));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // zlib reads it, in spite of its type
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    bool const done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.resize(done ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_COMPRESSION_HPP
