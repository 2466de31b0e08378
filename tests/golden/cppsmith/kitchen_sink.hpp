// Every operation that was generated, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_HPP
#define CPPSMITH_kitchen_sink_HPP

#include <cppsmith/kitchen_sink/batch_delete.hpp>
#include <cppsmith/kitchen_sink/find_thing.hpp>
#include <cppsmith/kitchen_sink/get_object.hpp>
#include <cppsmith/kitchen_sink/get_thing.hpp>
#include <cppsmith/kitchen_sink/ping.hpp>
#include <cppsmith/kitchen_sink/put_text.hpp>
#include <cppsmith/kitchen_sink/put_thing.hpp>
#include <cppsmith/kitchen_sink/service.hpp>

#endif // CPPSMITH_kitchen_sink_HPP
