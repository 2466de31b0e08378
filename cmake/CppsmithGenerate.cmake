# cppsmith_generate(TARGET app MODEL iot.json OPERATIONS RegisterCACertificate ListThings
#                   [RULES iot.rules.json] [NAMESPACE root] [INCLUDE_PREFIX prefix])
#
# Generates the headers of these operations (or of `all`) and lets TARGET include them before any that are installed. It does so when the
# build is configured, which the build does again by itself when the model, its rules or the generator have changed: only then does every
# generator of builds know of the changed headers in time. Needs Python 3.11 with Jinja2. NAMESPACE and INCLUDE_PREFIX (both `cppsmith` by default) let two versions of a model live in one program.

if(EXISTS ${CMAKE_CURRENT_LIST_DIR}/codegen)
  set(CPPSMITH_CODEGEN_DIR ${CMAKE_CURRENT_LIST_DIR}/codegen CACHE INTERNAL "") # installed beside this file
else()
  set(CPPSMITH_CODEGEN_DIR ${CMAKE_CURRENT_LIST_DIR}/../codegen CACHE INTERNAL "")
endif()

function(cppsmith_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "TARGET;MODEL;RULES;NAMESPACE;INCLUDE_PREFIX" "OPERATIONS")
  foreach(needed TARGET MODEL OPERATIONS)
    if(NOT arg_${needed})
      message(FATAL_ERROR "cppsmith_generate: ${needed} is missing")
    endif()
  endforeach()
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cppsmith_generate: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(NOT TARGET ${arg_TARGET})
    message(FATAL_ERROR "cppsmith_generate: there is no target ${arg_TARGET}")
  endif()
  find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

  cmake_path(ABSOLUTE_PATH arg_MODEL BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE OUTPUT_VARIABLE model)
  list(JOIN arg_OPERATIONS "," operations)
  set(options --model ${model} --operations ${operations})
  set(inputs ${model})
  if(arg_RULES)
    cmake_path(ABSOLUTE_PATH arg_RULES BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE OUTPUT_VARIABLE rules)
    list(APPEND options --rules ${rules})
    list(APPEND inputs ${rules})
  else()
    cmake_path(REPLACE_EXTENSION model LAST_ONLY rules.json OUTPUT_VARIABLE rules)
    if(EXISTS ${rules})
      list(APPEND inputs ${rules})
    endif()
  endif()
  if(arg_NAMESPACE)
    list(APPEND options --root-namespace ${arg_NAMESPACE})
  endif()
  if(arg_INCLUDE_PREFIX)
    list(APPEND options --include-prefix ${arg_INCLUDE_PREFIX})
  endif()

  string(MD5 id "${options}")
  string(SUBSTRING ${id} 0 8 id)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/cppsmith-generated/${arg_TARGET}-${id})
  file(GLOB_RECURSE generator CONFIGURE_DEPENDS ${CPPSMITH_CODEGEN_DIR}/cppsmith_codegen/*.py ${CPPSMITH_CODEGEN_DIR}/cppsmith_codegen/*.j2)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${inputs} ${generator})
  execute_process(
    COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${CPPSMITH_CODEGEN_DIR} PYTHONDONTWRITEBYTECODE=1
            ${Python3_EXECUTABLE} -m cppsmith_codegen generate ${options} --output ${output}
    RESULT_VARIABLE status ERROR_VARIABLE problem OUTPUT_QUIET)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "cppsmith_generate: ${problem}")
  endif()

  get_target_property(type ${arg_TARGET} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_include_directories(${arg_TARGET} BEFORE INTERFACE ${output})
  else()
    target_include_directories(${arg_TARGET} BEFORE PUBLIC $<BUILD_INTERFACE:${output}>)
  endif()
endfunction()
