# cppsmith_generate(TARGET app MODEL iot.json OPERATIONS RegisterCACertificate ListThings
#                   [RULES iot.rules.json] [NAMESPACE root] [INCLUDE_PREFIX prefix])
#
# Generates the headers of these operations (or of `all`) at build time and lets TARGET include them before any that are installed.
# Needs Python 3.11 with Jinja2. NAMESPACE and INCLUDE_PREFIX (both `cppsmith` by default) let two versions of a model live in one program.

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
  add_custom_command(
    OUTPUT ${output}.stamp
    COMMAND ${CMAKE_COMMAND} -E env PYTHONPATH=${CPPSMITH_CODEGEN_DIR} PYTHONDONTWRITEBYTECODE=1
            ${Python3_EXECUTABLE} -m cppsmith_codegen generate ${options} --output ${output}
    COMMAND ${CMAKE_COMMAND} -E touch ${output}.stamp
    DEPENDS ${inputs} ${generator}
    COMMENT "Generating ${operations} from ${arg_MODEL}"
    VERBATIM)
  add_custom_target(${arg_TARGET}-generate-${id} DEPENDS ${output}.stamp)
  add_dependencies(${arg_TARGET} ${arg_TARGET}-generate-${id})

  get_target_property(type ${arg_TARGET} TYPE)
  if(type STREQUAL "INTERFACE_LIBRARY")
    target_include_directories(${arg_TARGET} BEFORE INTERFACE ${output})
  else()
    target_include_directories(${arg_TARGET} BEFORE PUBLIC $<BUILD_INTERFACE:${output}>)
  endif()
endfunction()
