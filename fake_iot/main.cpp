// The fake service as a program of its own: for the AWS CLI, boto3, and demonstrations.

#include <fake_iot/random.hpp>
#include <fake_iot/server.hpp>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr std::string_view usage = R"(usage: fake_iot [options]

A fake of the CA operations of AWS IoT on 127.0.0.1. It keeps its state in memory until it ends (SIGINT or SIGTERM).

  --port N                  the port; 0, the default, is any that is free
  --account ID              the account, 12 digits (123456789012)
  --access-key ID           the access key id; else AWS_ACCESS_KEY_ID of the environment, else AKIDEXAMPLE
  --secret-key KEY          its secret; else AWS_SECRET_ACCESS_KEY of the environment, else the one of AKIDEXAMPLE.
                            Other users of the machine can read a command line: give a secret that matters in the environment
  --no-auth                 verify no signatures
  --max-skew SECONDS        how far the time of a signature may be from now (300)
  --registration-code CODE  the first registration code; else a random one
  --template NAME           a provisioning template that exists, once or more; without this option, all of them do
  --deny-role ARN           a role that may not be passed on, once or more
  --fault WORDS             what goes wrong with the next requests, once or more, in this order. Words, joined by commas:
                              delay=200ms  reset  close  garbage  truncate  malformed-json  status=503  status=429:ThrottlingException
                              error-type=colon|hash|type|code (how the name of an error is written)
                              processed (the request is carried out before its answer is lost)  x3 (three requests)  always
  --help                    this text
)";

struct program_options {
    fake_iot::service_options service{};
    fake_iot::server_options server{};
    std::vector<std::string> faults{};
    bool help = false;
};

template <class Number> Number to_number(std::string_view option, std::string_view text) {
    Number value{};
    auto const [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size())
        throw std::invalid_argument(std::string(option) + " needs a number");
    return value;
}

program_options read_options(std::vector<std::string_view> const& arguments) {
    program_options options;
    auto& key = options.service.authentication.keys.front();
    if (char const* id = std::getenv("AWS_ACCESS_KEY_ID"); id && *id) key.id = id;
    if (char const* secret = std::getenv("AWS_SECRET_ACCESS_KEY"); secret && *secret) key.secret = secret;
    if (char const* token = std::getenv("AWS_SESSION_TOKEN")) key.session_token = token;

    for (std::size_t i = 0; i < arguments.size(); ++i) {
        auto const option = arguments[i];
        auto const value = [&] {
            if (++i == arguments.size()) throw std::invalid_argument(std::string(option) + " needs a value");
            return std::string(arguments[i]);
        };
        if (option == "--help" || option == "-h") options.help = true;
        else if (option == "--port") options.server.port = to_number<std::uint16_t>(option, value());
        else if (option == "--account") key.account = value();
        else if (option == "--access-key") {
            key.id = value();
            key.session_token.clear(); // the one in the environment belongs to another key
        } else if (option == "--secret-key") key.secret = value();
        else if (option == "--no-auth") options.service.authentication.required = false;
        else if (option == "--max-skew")
            options.service.authentication.max_skew = std::chrono::seconds(to_number<std::uint32_t>(option, value()));
        else if (option == "--registration-code")
            options.service.surroundings.make_registration_code = [code = value(), first = true]() mutable {
                return std::exchange(first, false) ? code : fake_iot::random_hex(32);
            };
        else if (option == "--template") {
            auto& templates = options.service.surroundings.templates;
            if (!templates) templates.emplace();
            templates->insert(value());
        } else if (option == "--deny-role") options.service.surroundings.denied_roles.insert(value());
        else if (option == "--fault") options.faults.push_back(value());
        else throw std::invalid_argument("unknown option " + std::string(option));
    }
    auto const digit = [](char c) { return c >= '0' && c <= '9'; };
    if (key.account.size() != 12 || !std::all_of(key.account.begin(), key.account.end(), digit))
        throw std::invalid_argument("--account needs 12 digits");
    options.service.authentication.default_account = key.account;
    return options;
}

} // namespace

int main(int argc, char** argv) {
    try {
        auto const options = read_options({argv + 1, argv + argc});
        if (options.help) {
            std::cout << usage;
            return 0;
        }

        // Blocked before the server makes its threads, so that the signals come here and nowhere else.
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);

        std::vector<std::pair<fake_iot::fault, std::size_t>> faults;
        for (auto const& words : options.faults) faults.push_back(fake_iot::read_fault(words));
        fake_iot::server server(options.service, options.server);
        for (auto const& [fault, times] : faults) server.faults().next(fault, times);
        std::cout << "listening on " << server.endpoint() << std::endl;
        int signal = 0;
        sigwait(&signals, &signal);
        return 0;
    } catch (std::invalid_argument const& wrong) {
        std::cerr << "fake_iot: " << wrong.what() << " (--help tells more)\n";
        return 2;
    } catch (std::exception const& failed) {
        std::cerr << "fake_iot: " << failed.what() << '\n';
        return 1;
    }
}
