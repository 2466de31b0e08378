"""Names that are taken: by C++, by macros, by what generated headers use, and by the runtime."""

from __future__ import annotations

KEYWORDS = frozenset(
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
MACROS = frozenset(
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
RUNTIME = VOCABULARY | frozenset(
    """
    as auth_scheme body_stream checksum chrono client client_options compression constant constraint credentials
    curl_transport detail endpoint endpoint_options endpoint_parameter endpoint_property endpoints
    error header http http_request http_response items json page_options pages parse pattern_run
    pattern_step pattern_table policy prepare print protocol reply resolve_endpoint
    resolved_endpoint result retry shape signer signing_context sigv4 sigv4_signer to_curl transport
    unchecked unknown_union_member v0 valid validate violation wait wait_options waiters
    """.split()
)

# What every union has besides its members.
UNION_SCOPE = frozenset("has_member unknown_member at tagged_union".split())
