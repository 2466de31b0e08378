// Catch2, version 2 or 3, under one name.

#ifndef CPPSMITH_TESTS_SUPPORT_CATCH_HPP
#define CPPSMITH_TESTS_SUPPORT_CATCH_HPP

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#endif // CPPSMITH_TESTS_SUPPORT_CATCH_HPP
