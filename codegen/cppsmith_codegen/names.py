"""Names: from the model's spelling to C++ identifiers, file names and namespaces.

The model's spelling is kept wherever C++ and the preprocessor allow it; otherwise a `_` is
appended.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from hashlib import sha256
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)

_KEYWORDS = frozenset(
    """
    alignas alignof and and_eq asm atomic_cancel atomic_commit atomic_noexcept auto bitand bitor
    bool break case catch char char8_t char16_t char32_t class co_await co_return co_yield compl
    concept const const_cast consteval constexpr constinit continue contract_assert decltype
    default delete do double dynamic_cast else enum explicit export extern false float for friend
    goto if inline int long mutable namespace new noexcept not not_eq nullptr operator or or_eq
    private protected public reflexpr register reinterpret_cast requires return short signed sizeof
    static static_assert static_cast struct switch synchronized template this thread_local throw
    true try typedef typeid typename union unsigned using virtual void volatile wchar_t while xor
    xor_eq
    """.split()
)

# Macros of the C and C++ libraries, of POSIX, of compilers and of <windows.h> that look like names
# of a model. Those with parameters (FAILED, TEXT) do no harm where no parenthesis follows.
_MACROS = frozenset(
    """
    assert errno stdin stdout stderr EOF NULL NAN INFINITY HUGE_VAL HUGE_VALF HUGE_VALL BUFSIZ
    RAND_MAX EXIT_SUCCESS EXIT_FAILURE CLOCKS_PER_SEC TIME_UTC MB_CUR_MAX SEEK_SET SEEK_CUR
    SEEK_END FILENAME_MAX FOPEN_MAX TMP_MAX L_tmpnam CHAR_BIT CHAR_MIN CHAR_MAX INT_MIN INT_MAX
    UINT_MAX LONG_MIN LONG_MAX ULONG_MAX SHRT_MIN SHRT_MAX SCHAR_MIN SCHAR_MAX UCHAR_MAX LLONG_MIN
    LLONG_MAX SIZE_MAX WCHAR_MIN WCHAR_MAX FLT_MIN FLT_MAX DBL_MIN DBL_MAX DBL_EPSILON FLT_EPSILON
    M_E M_PI SIGINT SIGTERM SIGKILL SIGABRT SIGFPE SIGILL SIGSEGV SIGHUP SIGQUIT SIGUSR1 SIGUSR2
    SIG_DFL SIG_ERR SIG_IGN signbit isnan isinf isfinite isnormal isgreater isless fpclassify
    isunordered FP_NAN FP_INFINITE FP_ZERO FP_NORMAL FP_SUBNORMAL math_errhandling setjmp va_start
    va_arg va_end va_copy offsetof I DOMAIN SING OVERFLOW UNDERFLOW PLOSS TLOSS LC_ALL LC_COLLATE
    LC_CTYPE LC_MONETARY LC_NUMERIC LC_TIME linux unix i386 major minor makedev TRUE FALSE
    BIG_ENDIAN LITTLE_ENDIAN BYTE_ORDER PDP_ENDIAN EPERM ENOENT EINTR EIO EAGAIN ENOMEM EACCES
    EBUSY EEXIST EINVAL EPIPE ERANGE EDOM PATH_MAX NAME_MAX HOST_NAME_MAX ARG_MAX PIPE_BUF IOV_MAX
    ADD ECHO NXDOMAIN QUERY STATUS MAXPATHLEN NSIG PAGE_SIZE min max near far small hyper interface
    IN OUT OPTIONAL ERROR DELETE IGNORE INFINITE STRICT CONST VOID CALLBACK WINAPI APIENTRY PASCAL
    CDECL FAR NEAR THIS_FILE
    UNICODE STATUS_PENDING STATUS_TIMEOUT WAIT_TIMEOUT NO_ERROR ERROR_SUCCESS S_OK S_FALSE E_FAIL
    MAX_PATH INVALID_HANDLE_VALUE INVALID_SOCKET SOCKET_ERROR ABSOLUTE RELATIVE OPAQUE TRANSPARENT
    ALTERNATE WINDING NO_DATA HOST_NOT_FOUND TRY_AGAIN NO_RECOVERY DIFFERENCE DOUBLE_CLICK
    FILE_SHARE_READ GENERIC_READ GENERIC_WRITE GENERIC_ALL SYNCHRONIZE KEY_READ GetObject
    GetMessage SendMessage PostMessage DispatchMessage CreateFile DeleteFile CopyFile MoveFile
    CreateDirectory RemoveDirectory CreateProcess CreateEvent OpenEvent CreateMutex CreateService
    StartService OpenService GetUserName GetComputerName GetCommandLine GetClassName
    GetClassInfo GetCurrentTime GetFreeSpace GetJob SetJob AddJob GetTempPath GetTempFileName
    GetVersionEx GetEnvironmentVariable SetEnvironmentVariable GetCurrentDirectory
    SetCurrentDirectory GetDriveType GetFileAttributes SetFileAttributes GetModuleHandle
    GetModuleFileName GetProcAddress GetProfileString GetStartupInfo GetForm SetForm AddForm
    DeleteForm EnumForms GetPrinter SetPrinter AddPort DeletePrinter GetProp SetProp RemoveProp
    LoadImage LoadString LoadLibrary LoadIcon MessageBox FindResource FindText ReplaceText
    FormatMessage OutputDebugString RegisterClass UnregisterClass CreateWindow CreateDialog
    CreateFont CreateNamedPipe CreateSemaphore ReportEvent UpdateResource
    BeginUpdateResource EndUpdateResource EnumResourceTypes ExpandEnvironmentStrings SearchPath
    DeleteMonitor IsLoggingEnabled CREATE_NEW DEREGISTERED DUPLICATE GROUP_NAME INTERFACE
    INVALID_FILE_SIZE NO_PRIORITY PASSTHROUGH REGISTERED REGISTERING THIS
    Yield IsMinimized IsMaximized DrawText StartDoc InsertMenu AppendMenu PlaySound
    """.split()
)

# What generated headers use without qualification, and what else would stand in a shape's way
# there.
VOCABULARY = frozenset(
    """
    acceptor_list all_are alternative any_error any_is any_success as_host_label as_payload
    as_status at_least at_most aws_json1_0 aws_json1_1 blob boost characters checksum_required
    compare_members cppsmith described discovers_endpoint document each endpoint_flag endpoint_input
    endpoint_rules endpoint_text endpoint_texts enumeration enumeration_of equal_members error_list
    error_named error_response every_element every_key every_path failure_on fixed_header format gzip_allowed
    http_binding idempotency_token in_header in_headers in_path in_query in_query_map jmespath keys
    length map media_type member member_list more_pages named no_traits number numeral open_enum
    operation operation_traits optional output_is page_items page_size page_token paginated pattern
    range recursive request_path required requires_length rest_json1 retry_on retryable rule rules
    sensitive service shape_of spelled status_is std streaming structure success_on tagged_union
    text throttling timestamp timestamp_format union_of unique_items unit unsigned_payload
    unsigned_request value values wait_limits waiter
    """.split()
)

# What the runtime declares in its namespace, where a service's namespace stands beside it, and its headers and
# folders, beside which a service's stand.
_RUNTIME = VOCABULARY | frozenset(
    """
    as auth_scheme checksum chrono client client_options compression constant constraint credentials
    curl_transport detail endpoint endpoint_options endpoint_parameter endpoint_property endpoints
    error header http http_request http_response items json page_options pages parse pattern_run
    pattern_step pattern_table policy prepare print protocol reply resolve_endpoint
    resolved_endpoint result retry shape signer signing_context sigv4 sigv4_signer to_curl transport
    unchecked unknown_union_member v0 valid validate violation wait wait_options waiters
    """.split()
)

# The namespace of the tables of patterns, within a service's.
PATTERNS = "patterns"

# The namespace of the waiters, within a service's, and its folder.
WAITERS = "waiters"

# What every union has besides its members.
UNION_SCOPE = frozenset("has_member unknown_member at tagged_union".split())

# botocore spells these out rather than by its rule.
_SNAKE = (
    ("CreateCachediSCSIVolume", "create_cached_iscsi_volume"),
    ("DescribeCachediSCSIVolumes", "describe_cached_iscsi_volumes"),
    ("DescribeStorediSCSIVolumes", "describe_stored_iscsi_volumes"),
    ("CreateStorediSCSIVolume", "create_stored_iscsi_volume"),
    ("ListHITsForQualificationType", "list_hits_for_qualification_type"),
    ("ExecutePartiQLStatement", "execute_partiql_statement"),
    ("ExecutePartiQLTransaction", "execute_partiql_transaction"),
    ("ExecutePartiQLBatch", "execute_partiql_batch"),
)

_SHARED_IDS = ("Pinpoint SMS Voice",)

# Headers of a service that stand for no shape or operation.
_SERVICE_FILES = frozenset("service endpoint_rules".split())

_PLURAL = re.compile("[A-Z]{2,}s$")
_WORDS = re.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=.)(?=[A-Z][a-z])", re.DOTALL)
_IDENTIFIER = re.compile("[A-Za-z_][A-Za-z0-9_]*")
_LONGEST = 120  # of a file's name, so that there is room for folders too
_DEVICES = re.compile("aux|con|nul|prn|com[1-9]|lpt[1-9]")


def xform_name(name: str) -> str:
    """snake_case by botocore's rule: `ListCACertificates` is `list_ca_certificates`.

    A name that has a `_` already is kept; a plural of capitals at the end is one word (`ListARNs`).
    """
    if "_" in name:
        return name
    spelled = next((snake for camel, snake in _SNAKE if camel == name), None)
    if spelled is not None:
        return spelled
    plural = _PLURAL.search(name)
    if plural is not None:
        name = f"{name[: plural.start()]}_{plural[0].lower()}"
    return _WORDS.sub("_", name).lower()


def file_name(name: str) -> str:
    """The name of the header, without its ending. The service's own are taken, Windows keeps some for devices, and
    no file system takes more than 255 bytes: the end of a long name gives way to a sum of the whole.
    """
    snake = xform_name(name).lower().replace("$", "_")
    if len(snake) > _LONGEST:
        snake = f"{snake[: _LONGEST - 9]}_{sha256(name.encode()).hexdigest()[:8]}"
    return f"{snake}_" if snake in _SERVICE_FILES or _DEVICES.fullmatch(snake) else snake


def escaped(name: str) -> str:
    """An identifier that is neither a keyword nor a common macro."""
    return f"{name}_" if name in _KEYWORDS or name in _MACROS else name


def type_name(name: str, namespace: str, operations: Iterable[str]) -> str:
    """The C++ name of a shape. It makes way for the operations, the vocabulary and its own
    namespace.
    """
    name = name.replace("$", "_")  # of a member
    taken = name in VOCABULARY or name in (PATTERNS, namespace) or name in operations
    return f"{name}_" if taken else escaped(name)


def distinct(wanted: Mapping[_Key, str]) -> dict[_Key, str]:
    """A name for each key: the one that it wants, but where an earlier key has that, the same with as many `_` as
    make it one that nobody wants.
    """
    taken, given = set(wanted.values()), set[str]()
    made: dict[_Key, str] = {}
    for key, name in wanted.items():
        if name in given:
            name = next(n for i in itertools.count(1) if (n := f"{name}{'_' * i}") not in taken)
            taken.add(name)
        given.add(name)
        made[key] = name
    return made


def avoiding(names: Iterable[str], taken: Collection[str]) -> tuple[str, ...]:
    """These names, which differ, with as many `_` as make those that are taken none of them, nor another name."""
    listed = tuple(names)
    made = distinct({("taken", t): t for t in taken} | {("", n): n for n in listed})
    return tuple(made["", n] for n in listed)


def identifiers(names: Iterable[str]) -> tuple[str, ...]:
    """C++ identifiers for names of one scope, each as near to its name as possible and all
    different.

    What is an identifier stays (but for `escaped`). Elsewhere each run of other characters becomes
    `_`: `dark-red` is `dark_red`. Where that meets another name, those characters are spelled by
    their codes: `dark_x2d_red`; and where that does, too, a number follows. So a name depends on
    its scope alone, not on the order in it.
    """
    listed = tuple(names)
    exact = {n for n in listed if _IDENTIFIER.fullmatch(n)}
    plain = {n: escaped(n) if n in exact else _joined(n, spell=False) for n in listed}
    count = Counter(plain.values())
    made = {
        n: plain[n] if plain[n] and (n in exact or count[plain[n]] == 1) else _joined(n, spell=True)
        for n in listed
    }
    count = Counter(made.values())
    taken = set(made.values())
    for name in sorted(n for n, m in made.items() if n != m and count[m] > 1):
        numbered = (f"{made[name]}{i}" for i in itertools.count(1))
        made[name] = next(m for m in numbered if m not in taken)
        taken.add(made[name])
    return tuple(made[n] for n in listed)


def _joined(name: str, *, spell: bool) -> str:
    parts = re.findall("[A-Za-z0-9]+|[^A-Za-z0-9]", name)
    words = [p if p.isascii() and p.isalnum() else f"x{ord(p):x}" if spell else "" for p in parts]
    joined = "_".join(w for w in words if w)
    if spell and not joined:
        joined = "empty"
    return escaped(f"_{joined}" if joined[:1].isdigit() else joined)


def is_shared(service_id: str) -> bool:
    """Whether several of AWS's services have this id: botocore's name for the folder tells them apart."""
    return service_id in _SHARED_IDS


def namespace(service_id: str) -> str:
    """A service's namespace and folder: `IoT Data Plane` is `iot_data_plane`, `signer` is
    `signer_`.
    """
    name = re.sub("[^a-z0-9]", "_", service_id.lower())
    name = f"_{name}" if name[:1].isdigit() else name
    return f"{name}_" if name in _RUNTIME else escaped(name)


def macro(scope: str) -> str:
    """The part of a macro's name that stands for a namespace or folder."""
    return re.sub("[^A-Z0-9_]+", "_", scope.upper())


def guard(prefix: str, service: str, file: str) -> str:
    """The include guard of a header, `file` being empty for the one beside the service's folder. A service of
    several words keeps its small letters, since `acm_pca/arn.hpp` is not `acm/pca_arn.hpp`.
    """
    spelled = service if "_" in service.strip("_") else service.upper()
    return "_".join(part for part in (macro(prefix), spelled, macro(file), "HPP") if part)


def is_identifier(name: str) -> bool:
    """Whether `name` can stand as an identifier in C++."""
    return bool(_IDENTIFIER.fullmatch(name)) and escaped(name) == name


def is_folder(name: str) -> bool:
    """Whether `name` is one plain part of a relative path."""
    return bool(re.fullmatch("[A-Za-z0-9_.-]+", name)) and name not in (".", "..")
