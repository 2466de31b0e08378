// Registers a CA certificate from beginning to end: against a fake service on this machine, or with --live against AWS IoT.

#include <demo/show.hpp>
#include <fake_iot/ca_material.hpp>
#include <fake_iot/server.hpp>

#include <cppsmith/client.hpp>
#include <cppsmith/iot/delete_ca_certificate.hpp>
#include <cppsmith/iot/describe_ca_certificate.hpp>
#include <cppsmith/iot/get_registration_code.hpp>
#include <cppsmith/iot/list_ca_certificates.hpp>
#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/iot/update_ca_certificate.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/transport/curl.hpp>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace iot = cppsmith::iot;

namespace {

constexpr std::string_view usage = R"(usage: demo [--live] [--region REGION] [--role-arn ARN] [--template-name NAME]

Registers a CA certificate, describes, lists, deactivates and deletes it, and shows each request and reply.

  --live                talk to AWS IoT, with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN
                        from the environment; without it, to a fake service inside this program
  --region REGION       default: AWS_REGION, AWS_DEFAULT_REGION, us-west-2
  --role-arn ARN        the provisioning role; live, one that exists
  --template-name NAME  the provisioning template; live, one that exists
)";

struct arguments {
    bool live = false, help = false;
    std::string region{}, role_arn{}, template_name{};
};

std::string environment(char const* name) {
    char const* value = std::getenv(name);
    return value ? value : "";
}

arguments parse(int argc, char** argv) {
    arguments a;
    for (int i = 1; i < argc; ++i) {
        std::string_view const word = argv[i];
        auto const value = [&]() -> std::string {
            if (++i == argc) throw std::invalid_argument(std::string(word) + " needs a value");
            return argv[i];
        };
        if (word == "--live") a.live = true;
        else if (word == "--help" || word == "-h") a.help = true;
        else if (word == "--region") a.region = value();
        else if (word == "--role-arn") a.role_arn = value();
        else if (word == "--template-name") a.template_name = value();
        else throw std::invalid_argument("unknown argument: " + std::string(word));
    }
    for (auto const* name : {"AWS_REGION", "AWS_DEFAULT_REGION"})
        if (a.region.empty()) a.region = environment(name);
    if (a.region.empty()) a.region = "us-west-2";
    if (!a.live && a.role_arn.empty()) a.role_arn = "arn:aws:iam::123456789012:role/provisioning";
    if (!a.live && a.template_name.empty()) a.template_name = "fleet-template";
    return a;
}

cppsmith::optional<iot::RegistrationConfig> registration_config(arguments const& a) {
    if (a.role_arn.empty() && a.template_name.empty()) return std::nullopt;
    iot::RegistrationConfig config;
    if (!a.role_arn.empty()) config.roleArn = a.role_arn;
    if (!a.template_name.empty()) config.templateName = a.template_name;
    return config;
}

template <class Client> void run(Client const& aws, arguments const& a) {
    demo::headline("GetRegistrationCode: the proof of possession will carry it");
    auto const code = aws.template call<iot::GetRegistrationCode>({}).value();

    demo::headline("A new CA, and a verification certificate whose common name is the code");
    auto const ca = fake_iot::make_ca({.common_name = "Cppsmith demonstration CA", .organization = "Example Corp"});
    auto const proof = fake_iot::make_verification_certificate(ca, code->registrationCode.value().str());
    demo::remark("made with OpenSSL, in memory");

    iot::RegisterCACertificateRequest const registration{
        .caCertificate = ca.certificate_pem,
        .verificationCertificate = proof.certificate_pem,
        .setAsActive = true,
        .allowAutoRegistration = true,
        .registrationConfig = registration_config(a),
        .tags = {{{.Key = "fleet", .Value = "north"}, {.Key = "purpose", .Value = "demonstration"}}},
    };

    demo::headline("RegisterCACertificate");
    auto const registered = aws.template call<iot::RegisterCACertificate>(registration).value();
    auto const id = registered->certificateId.value();

    demo::headline("The same again: the service refuses, and the error is typed");
    auto const again = aws.template call<iot::RegisterCACertificate>(registration);
    if (again) throw std::runtime_error("the service took the same certificate twice");
    if (auto const exists = cppsmith::as<iot::ResourceAlreadyExistsException>(again.error()))
        demo::remark("as<ResourceAlreadyExistsException>: resourceId " + exists->resourceId.value_or("absent").str());

    demo::headline("DescribeCACertificate");
    auto const described = aws.template call<iot::DescribeCACertificate>({.certificateId = id}).value();
    if (described->certificateDescription->status != iot::CACertificateStatus::ACTIVE)
        throw std::runtime_error("the CA is not active");

    demo::headline("ListCACertificates");
    (void)aws.template call<iot::ListCACertificates>({.pageSize = 10, .ascendingOrder = true}).value();

    demo::headline("UpdateCACertificate: deactivate");
    (void)aws.template call<iot::UpdateCACertificate>({.certificateId = id, .newStatus = iot::CACertificateStatus::INACTIVE})
        .value();

    demo::headline("DeleteCACertificate");
    (void)aws.template call<iot::DeleteCACertificate>({.certificateId = id}).value();

    auto const gone = aws.template call<iot::DescribeCACertificate>({.certificateId = id});
    if (gone || !cppsmith::as<iot::ResourceNotFoundException>(gone.error())) throw std::runtime_error("the CA is still there");

    demo::headline("Done: registered, described, listed, deactivated and deleted");
}

} // namespace

int main(int argc, char** argv) {
    try {
        auto const a = parse(argc, argv);
        if (a.help) {
            std::cout << usage;
            return 0;
        }
        auto const transport = demo::showing_transport{cppsmith::curl_transport{}};
        if (a.live) {
            run(cppsmith::client{transport,
                                 cppsmith::sigv4_signer{cppsmith::credentials::from_environment()},
                                 {.region = a.region}},
                a);
            return 0;
        }
        fake_iot::server fake;
        demo::remark("a fake AWS IoT listens on " + fake.endpoint());
        cppsmith::credentials const known{"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"};
        run(cppsmith::client{transport, cppsmith::sigv4_signer{known}, {.region = a.region, .endpoint_url = fake.endpoint()}}, a);
        return 0;
    } catch (std::invalid_argument const& wrong) {
        std::cerr << wrong.what() << '\n' << usage;
        return 2;
    } catch (std::exception const& failed) {
        std::cerr << "\nfailed: " << failed.what() << '\n';
        return 1;
    }
}
