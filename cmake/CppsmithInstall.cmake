# The installed package: headers, targets for find_package, files for pkg-config, and the generator for cppsmith_generate.

include(CMakePackageConfigHelpers)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/cppsmith)
install(TARGETS ${installed} EXPORT cppsmithTargets FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT cppsmithTargets NAMESPACE cppsmith:: DESTINATION ${package})
configure_package_config_file(cmake/cppsmithConfig.cmake.in cppsmithConfig.cmake INSTALL_DESTINATION ${package})
write_basic_package_version_file(cppsmithConfigVersion.cmake COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/cppsmithConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/cppsmithConfigVersion.cmake
              cmake/CppsmithGenerate.cmake
        DESTINATION ${package})
install(DIRECTORY codegen/cppsmith_codegen DESTINATION ${package}/codegen PATTERN __pycache__ EXCLUDE)
install(DIRECTORY model/ DESTINATION ${CMAKE_INSTALL_DATADIR}/cppsmith/model)

function(cppsmith_install_pkgconfig name description requires)
  configure_file(cmake/cppsmith.pc.in ${name}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${name}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endfunction()

cppsmith_install_pkgconfig(cppsmith "AWS service models as header-only C++20" "")
cppsmith_install_pkgconfig(cppsmith-json "Cppsmith's JSON codec, protocols and client" "cppsmith simdjson")
cppsmith_install_pkgconfig(cppsmith-sigv4 "Cppsmith's signer" "cppsmith libcrypto")
cppsmith_install_pkgconfig(cppsmith-curl "Cppsmith's transport over libcurl" "cppsmith libcurl")
cppsmith_install_pkgconfig(cppsmith-checksum "Cppsmith's checksums of bodies" "cppsmith libcrypto")
cppsmith_install_pkgconfig(cppsmith-compression "Cppsmith's compression of bodies" "cppsmith zlib")
