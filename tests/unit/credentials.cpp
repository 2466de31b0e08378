// Credentials and their providers: what they give, what they report, and that a secret never shows.

#include <cppsmith/credentials.hpp>

#include "support/catch.hpp"

#include <cstdlib>
#include <functional>
#include <memory>
#include <sstream>
#include <string>

namespace {

/// Sets or (null) removes an environment variable, and puts it back at the end.
class variable {
  public:
    variable(char const* name, char const* value) : name_(name) {
        if (char const* old = std::getenv(name)) old_ = std::make_unique<std::string>(old);
        set(value);
    }
    variable(variable const&) = delete;
    variable& operator=(variable const&) = delete;
    ~variable() { set(old_ ? old_->c_str() : nullptr); }
    void set(char const* value) {
        if (value) ::setenv(name_, value, 1);
        else ::unsetenv(name_);
    }

  private:
    char const* name_;
    std::unique_ptr<std::string> old_;
};

} // namespace

TEST_CASE("the environment is read at each use", "[credentials]") {
    variable id("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), secret("AWS_SECRET_ACCESS_KEY", "first"),
        token("AWS_SESSION_TOKEN", nullptr);
    auto const provide = cppsmith::credentials::from_environment();
    REQUIRE(provide().has_value());
    CHECK(*provide() == cppsmith::credentials{"AKIDEXAMPLE", "first", ""});

    secret.set("second");
    token.set("token");
    CHECK(*provide() == cppsmith::credentials{"AKIDEXAMPLE", "second", "token"});
}

TEST_CASE("what the environment lacks is an error that names the variable", "[credentials]") {
    auto const provide = cppsmith::credentials::from_environment();
    variable id("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE"), secret("AWS_SECRET_ACCESS_KEY", "hidden");
    for (char const* value : {static_cast<char const*>(nullptr), ""}) {
        id.set(value);
        auto const r = provide();
        REQUIRE(r.has_error());
        CHECK(r.error().stage == cppsmith::stage::sign);
        CHECK(r.error().code == "no_credentials");
        CHECK(r.error().message.find("AWS_ACCESS_KEY_ID") != std::string::npos);
        CHECK(to_string(r.error()).find("hidden") == std::string::npos);
        CHECK_FALSE(r.error().retryable());
    }
    id.set("AKIDEXAMPLE");
    secret.set(nullptr);
    auto const r = provide();
    REQUIRE(r.has_error());
    CHECK(r.error().message.find("AWS_SECRET_ACCESS_KEY") != std::string::npos);
}

TEST_CASE("static credentials are given unless they are incomplete", "[credentials]") {
    cppsmith::credentials const whole{"AKIDEXAMPLE", "secret", "token"};
    CHECK(*cppsmith::static_credentials(whole)() == whole);
    CHECK(cppsmith::static_credentials({"", "secret"})().error().code == "no_credentials");
    CHECK(cppsmith::static_credentials({"AKIDEXAMPLE", ""})().error().code == "no_credentials");
}

TEST_CASE("a stream shows the access key id and nothing secret", "[credentials]") {
    std::ostringstream out;
    out << cppsmith::credentials{"AKIDEXAMPLE", "hidden-secret", "hidden-token"};
    CHECK(out.str().find("AKIDEXAMPLE") != std::string::npos);
    CHECK(out.str().find("hidden") == std::string::npos);
}

namespace {

struct move_only_provider {
    std::unique_ptr<int> something;
    cppsmith::result<cppsmith::credentials> operator()() const { return cppsmith::credentials{}; }
};
struct gives_plain_credentials {
    cppsmith::credentials operator()() const { return {}; }
};
struct gives_text {
    std::string operator()() const { return {}; }
};
struct not_const {
    cppsmith::result<cppsmith::credentials> operator()();
};

static_assert(cppsmith::credentials_provider<move_only_provider>);
static_assert(cppsmith::credentials_provider<gives_plain_credentials>);
static_assert(cppsmith::credentials_provider<std::function<cppsmith::result<cppsmith::credentials>()>>);
static_assert(cppsmith::credentials_provider<std::reference_wrapper<move_only_provider>>);
static_assert(!cppsmith::credentials_provider<gives_text>);
static_assert(!cppsmith::credentials_provider<not_const>); // it would not be safe to share
static_assert(!cppsmith::credentials_provider<cppsmith::credentials>);

} // namespace
