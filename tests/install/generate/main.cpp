// An API of one's own: generated in the build, prepared and parsed.

#include <cppsmith/greeter/greet.hpp>
#include <cppsmith/protocol.hpp>

#include <iostream>

namespace greeter = cppsmith::greeter;

int main() {
    greeter::GreetRequest const request{.name = "J\u00fcrgen", .words = {{"good", "day"}}};
    auto const http = cppsmith::prepare<greeter::Greet>(request, *cppsmith::endpoint::parse("https://example.com"));
    auto const reply = cppsmith::parse<greeter::Greet>({.status = 200, .headers = {}, .body = R"({"answer":"to you too"})"});
    std::cout << http->method << ' ' << http->url() << ' ' << http->body << ' ' << reply->answer << '\n';
    return http->target == "/greetings/J%C3%BCrgen" && http->body == R"({"words":["good","day"]})" &&
                   reply->answer == "to you too"
               ? 0
               : 1;
}
