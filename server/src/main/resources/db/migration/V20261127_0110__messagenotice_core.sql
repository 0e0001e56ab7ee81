-- What people are told about new messages while they do not look. docs/decisions/0012 explains it.

-- What a company decides. No row: the standard.
create table messagenotice_company (
    org_id     bigint      primary key references org (id),
    settings   jsonb       not null,
    updated_at timestamptz not null
);

-- What a member decides. settings null: the company's.
create table messagenotice_person (
    org_id       bigint not null references org (id),
    principal_id bigint not null references principal (id),
    settings     jsonb,
    digest_at    time,                 -- of own settings with a digest, for the clock
    quiet_until  timestamptz,
    primary key (org_id, principal_id)
);
-- Whether anybody has a digest at this time of the day.
create index messagenotice_person_digest_idx on messagenotice_person (org_id, digest_at) where digest_at is not null;

-- Stretches of the log that are committed and not looked at yet. Only appended to and taken: nobody waits here.
create table messagenotice_feed (
    id              bigint generated always as identity primary key,
    org_id          bigint not null,
    conversation_id bigint not null,
    first_seq       bigint not null,
    last_seq        bigint not null
);

-- One row for a person and a conversation: until where he was told, and when to look again.
create table messagenotice_call (
    principal_id    bigint      not null,
    conversation_id bigint      not null,
    org_id          bigint      not null,
    told_seq        bigint      not null,
    told_at         timestamptz,
    due_at          timestamptz,          -- null: nothing to tell
    primary key (principal_id, conversation_id)
) with (fillfactor = 80);
create index messagenotice_call_due_idx on messagenotice_call (due_at) where due_at is not null;

-- The clock of a company's digests: the moment that is served next, and how far it was served.
create table messagenotice_clock (
    org_id   bigint      primary key references org (id),
    slot_at  timestamptz not null,
    after_id bigint      not null default 0
);
create index messagenotice_clock_due_idx on messagenotice_clock (slot_at);

-- When a person had his last digest: only what is newer makes another one.
create table messagenotice_digest (
    org_id       bigint      not null references org (id),
    principal_id bigint      not null references principal (id),
    sent_at      timestamptz not null,
    primary key (org_id, principal_id)
);
