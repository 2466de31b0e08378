# cppsmith_generate(TARGET app MODEL iot.json OPERATIONS RegisterCACertificate ListThings)
# cppsmith_generate(TARGET app SERVICE iot OPERATIONS RegisterCACertificate ListThings)
#                   [RULES iot.rules.json] [NAMESPACE root] [INCLUDE_PREFIX prefix] [UMBRELLA] [SKIP_UNSUPPORTED]
#                   [API_VERSION 2015-05-28] [BOTOCORE folder]                      with SERVICE
#                   [SERVICE_SHAPE com.example#Weather]                             with a Smithy MODEL of several services
#
# Generates the headers of these operations (or of `all`) and lets TARGET include them before any that are installed. It does so when the
# build is configured, which the build does again by itself when the model, what lies beside it or the generator have changed: only then
# does every generator of builds know of the changed headers in time. Needs Python 3.11 with Jinja2.
#
# SERVICE is what botocore calls it; its newest model is taken from AWS_DATA_PATH, ~/.aws/models or an installed botocore. NAMESPACE and
# INCLUDE_PREFIX (both `cppsmith` by default) let two versions of a model live in one program. UMBRELLA adds PREFIX/SERVICE.hpp, which
# includes every operation (always there with `all`). SKIP_UNSUPPORTED leaves out what is not supported, and says so.

if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/codegen)
  set(CPPSMITH_CODEGEN_DIR ${CMAKE_CURRENT_LIST_DIR}/codegen CACHE INTERNAL "") # installed beside this file
else()
  set(CPPSMITH_CODEGEN_DIR ${CMAKE_CURRENT_LIST_DIR}/../codegen CACHE INTERNAL "")
endif()

function(cppsmith_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "UMBRELLA;SKIP_UNSUPPORTED"
                        "TARGET;MODEL;SERVICE;API_VERSION;BOTOCORE;SERVICE_SHAPE;RULES;NAMESPACE;INCLUDE_PREFIX" "OPERATIONS")
  foreach(needed TARGET OPERATIONS)
    if(NOT arg_${needed})
      message(FATAL_ERROR "cppsmith_generate: ${needed} is missing")
    endif()
  endforeach()
  if((arg_MODEL AND arg_SERVICE) OR NOT (arg_MODEL OR arg_SERVICE))
    message(FATAL_ERROR "cppsmith_generate: either MODEL or SERVICE is needed")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cppsmith_generate: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT TARGET ${arg_TARGET})
    message(FATAL_ERROR "cppsmith_generate: there is no target ${arg_TARGET}")
  endif()
  find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

  set(model)
  foreach(file MODEL RULES BOTOCORE)
    if(arg_${file})
      cmake_path(ABSOLUTE_PATH arg_${file} BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    endif()
  endforeach()
  foreach(option MODEL SERVICE API_VERSION BOTOCORE SERVICE_SHAPE RULES)
    if(arg_${option})
      string(TOLOWER --${option} name)
      string(REPLACE _ - name ${name})
      list(APPEND model ${name} ${arg_${option}})
    endif()
  endforeach()
  cppsmith_codegen(files ${model})
  string(REGEX REPLACE "\n$" "" inputs "${output}")
  string(REPLACE "\n" ";" inputs "${inputs}")
  if(arg_SERVICE) # a newer version would be a folder beside this one's
    list(GET inputs 0 found)
    cmake_path(GET found PARENT_PATH version)
    cmake_path(GET version PARENT_PATH versions)
    list(APPEND inputs ${version} ${versions})
  endif()

  list(JOIN arg_OPERATIONS "," operations)
  set(options ${model} --operations ${operations})
  if(arg_NAMESPACE)
    list(APPEND options --root-namespace ${arg_NAMESPACE})
  endif()
  if(arg_INCLUDE_PREFIX)
    list(APPEND options --include-prefix ${arg_INCLUDE_PREFIX})
  endif()
  if(arg_UMBRELLA)
    list(APPEND options --umbrella)
  endif()
  if(arg_SKIP_UNSUPPORTED)
    list(APPEND options --skip-unsupported)
  endif()

  string(MD5 id "${options}")
  string(SUBSTRING ${id} 0 8 id)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/cppsmith-generated/${arg_TARGET}-${id})
  file(GLOB_RECURSE generator CONFIGURE_DEPENDS ${CPPSMITH_CODEGEN_DIR}/cppsmith_codegen/*.py ${CPPSMITH_CODEGEN_DIR}/cppsmith_codegen/*.j2)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${inputs} ${generator})
  cppsmith_codegen(generate ${options} --output ${folder})
  if(problem)
    message(STATUS "cppsmith_generate: ${problem}")
  endif()

  get_target_property(type ${arg_TARGET} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_include_directories(${arg_TARGET} BEFORE INTERFACE ${folder})
  else()
    target_include_directories(${arg_TARGET} BEFORE PUBLIC $<BUILD_INTERFACE:${folder}>)
  endif()
endfunction()

# Runs the generator: `output` is what it printed, `problem` what it said on standard error.
function(cppsmith_codegen)
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${CPPSMITH_CODEGEN_DIR} PYTHONDONTWRITEBYTECODE=1
            ${Python3_EXECUTABLE} -m cppsmith_codegen ${ARGV}
    RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE problem)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "cppsmith_generate: ${problem}")
  endif()
  set(output "${output}" PARENT_SCOPE)
  set(problem "${problem}" PARENT_SCOPE)
endfunction()
