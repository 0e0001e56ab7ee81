-- What a company decides about customers who wait for an answer. The document as JSON; absent: the standard.
create table customercare_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- Threads in which something was said or changed and that were not looked at. Several rows of one are harmless.
create table customercare_feed (
    id              bigint generated always as identity primary key,
    org_id          bigint not null,
    conversation_id bigint not null
);

-- A customer's thread: how far it was looked at, and since when he waits.
create table customercare_thread (
    conversation_id bigint primary key,
    org_id          bigint      not null references org (id),
    customer_id     bigint      not null,
    relation_id     bigint      not null,             -- of the module customer
    server_id       bigint      not null references principal (id), -- who serves him
    helper_id       bigint      references principal (id),          -- a colleague who was asked in
    helper_over     boolean     not null default false,             -- and is not needed any more
    seen_seq        bigint      not null default 0,
    since           timestamptz,                      -- of the first message that nobody answered; null: nobody waits
    since_seq       bigint,
    messages        integer     not null default 0,   -- that nobody answered
    step            text        not null default 'NONE' check (step in ('NONE', 'REMINDED', 'PASSED', 'ALERTED')),
    step_at         timestamptz,
    told            boolean     not null default true, -- whoever is to be told of the step has been
    due_at          timestamptz,                      -- when it is looked at next
    check ((since is null) = (since_seq is null))
) with (fillfactor = 70);
create index customercare_thread_org_idx on customercare_thread (org_id, since, conversation_id) where since is not null;
create index customercare_thread_server_idx on customercare_thread (org_id, server_id, since, conversation_id) where since is not null;
create index customercare_thread_helper_idx on customercare_thread (org_id, helper_id, since, conversation_id)
    where since is not null and helper_id is not null;
create index customercare_thread_due_idx on customercare_thread (due_at) where due_at is not null;

-- One thread, one employee, one day in the company's zone: what behaviour is counted from.
create table customercare_chat (
    org_id          bigint      not null references org (id),
    day             date        not null,
    conversation_id bigint      not null,
    member_id       bigint      not null references principal (id),
    received        integer     not null default 0,
    sent            integer     not null default 0,   -- by hand
    asked_seq       bigint,                           -- the first message of the day with which the customer began to wait for him
    asked_at        timestamptz,
    ended           text        check (ended in ('ANSWERED', 'NOT_NEEDED')), -- null: he was never answered
    answered_by     bigint,                           -- a colleague, perhaps
    work_seconds    integer,                          -- until the answer, in the employee's hours
    clock_seconds   integer,
    passed          boolean     not null default false, -- the wait went on to a colleague
    primary key (org_id, day, conversation_id, member_id)
);
create index customercare_chat_member_idx on customercare_chat (org_id, member_id, day);
create index customercare_chat_asked_idx on customercare_chat (org_id, conversation_id, asked_seq) where asked_seq is not null;

-- One employee, one day: always computed as a whole from the rows above and the relations, so that it can be done again.
create table customercare_day (
    org_id             bigint    not null references org (id),
    day                date      not null,
    member_id          bigint    not null references principal (id),
    opened             integer   not null default 0,
    taken              integer   not null default 0,
    ended_by_customer  integer   not null default 0,
    ended_by_member    integer   not null default 0,
    chats              integer   not null default 0,  -- threads with messages of both
    received           integer   not null default 0,
    sent               integer   not null default 0,
    asked              integer   not null default 0,  -- threads in which the customer waited for an answer
    answered           integer   not null default 0,
    settled            integer   not null default 0,  -- no answer was needed
    passed             integer   not null default 0,
    work_seconds       bigint    not null default 0,  -- of all answers together
    clock_seconds      bigint    not null default 0,
    work_times         integer[] not null default '{}', -- answers in each class of ReplyTimes
    clock_times        integer[] not null default '{}',
    primary key (org_id, day, member_id)
);
create index customercare_day_member_idx on customercare_day (org_id, member_id, day);

-- Days that are counted again from the log, thread by thread.
create table customercare_recount (
    org_id          bigint      not null references org (id),
    day             date        not null,
    conversation_id bigint      not null default 0,   -- so far
    asked_by        bigint      not null references principal (id),
    asked_at        timestamptz not null,
    primary key (org_id, day)
);

-- Who has taken numbers out of the program.
create table customercare_export (
    id       bigint generated always as identity primary key,
    org_id   bigint      not null references org (id),
    by_id    bigint      not null references principal (id),
    scope    text        not null check (scope in ('MINE', 'TEAM', 'ALL')),
    from_day date        not null,
    until    date        not null,
    lines    integer     not null,
    at       timestamptz not null
);
create index customercare_export_idx on customercare_export (org_id, id desc);
