// Every operation that was generated, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_HPP
#define CPPSMITH_rpc_sink_HPP

#include <cppsmith/rpc_sink/discover.hpp>
#include <cppsmith/rpc_sink/peek.hpp>
#include <cppsmith/rpc_sink/put.hpp>
#include <cppsmith/rpc_sink/service.hpp>

#endif // CPPSMITH_rpc_sink_HPP
