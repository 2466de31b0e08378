# The warnings of our own builds. They never reach a user: only our programs link this.

add_library(cppsmith_warnings INTERFACE)
target_compile_options(cppsmith_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)
