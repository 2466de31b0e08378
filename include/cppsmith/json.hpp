// JSON for described structures: json::write, json::read, json::constant.

#ifndef CPPSMITH_JSON_HPP
#define CPPSMITH_JSON_HPP

#include <cppsmith/json/constant.hpp>
#include <cppsmith/json/read.hpp>
#include <cppsmith/json/write.hpp>
#include <cppsmith/json/write_into.hpp>

#endif // CPPSMITH_JSON_HPP
