# What the parts stand on: the system's packages first; simdjson is fetched only where that is asked for.

find_package(Boost 1.81 REQUIRED)
if(NOT TARGET Boost::headers)
  add_library(Boost::headers ALIAS Boost::boost)
endif()

find_package(simdjson QUIET)
if(NOT TARGET simdjson::simdjson AND CPPSMITH_FETCH_DEPENDENCIES)
  include(FetchContent)
  FetchContent_Declare(simdjson GIT_REPOSITORY https://github.com/simdjson/simdjson.git GIT_TAG v3.0.1 GIT_SHALLOW TRUE)
  FetchContent_MakeAvailable(simdjson)
endif()

find_package(OpenSSL 3 QUIET)
find_package(CURL 7.88 QUIET)
find_package(ZLIB QUIET)
