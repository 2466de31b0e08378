// Every operation that was generated, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_HPP
#define CPPSMITH_PAGER_HPP

#include <cppsmith/pager/count_things.hpp>
#include <cppsmith/pager/describe_thing.hpp>
#include <cppsmith/pager/describe_things.hpp>
#include <cppsmith/pager/list_names.hpp>
#include <cppsmith/pager/list_owners.hpp>
#include <cppsmith/pager/list_parts.hpp>
#include <cppsmith/pager/list_things.hpp>
#include <cppsmith/pager/scan_items.hpp>
#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/waiters/thing_active.hpp>
#include <cppsmith/pager/waiters/thing_answered.hpp>
#include <cppsmith/pager/waiters/thing_done.hpp>
#include <cppsmith/pager/waiters/thing_gone.hpp>
#include <cppsmith/pager/waiters/things_active.hpp>
#include <cppsmith/pager/waiters/things_settled.hpp>

#endif // CPPSMITH_PAGER_HPP
