-- Who may read what was said with customers, and when the customer agreed to it: docs/decisions/0027. No message is copied.
create table archive_setting (
    org_id         bigint primary key references org (id),
    settings       jsonb       not null,
    notice_version integer     not null check (notice_version >= 1), -- rises with what customers have to agree to
    recalled_since timestamptz,                       -- what was recalled from then on stays readable; null: nothing does
    changed_by     bigint      not null references principal (id),
    changed_at     timestamptz not null
);

-- When the chats of an employee are archived.
create table archive_span (
    id        bigint generated always as identity primary key,
    org_id    bigint      not null references org (id),
    member_id bigint      not null references principal (id),
    from_at   timestamptz not null,
    until_at  timestamptz,
    told_at   timestamptz,                            -- when he was told that it begins
    check (until_at >= from_at)
);
create unique index archive_span_open_idx on archive_span (org_id, member_id) where until_at is null;
create index archive_span_member_idx on archive_span (org_id, member_id);
create index archive_span_untold_idx on archive_span (org_id) where told_at is null and until_at is null;

-- What a customer answered, each answer a row. One that agreed covers what is said until it ends.
create table archive_answer (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    customer_id bigint      not null references principal (id),
    version     integer     not null,                 -- of the notice
    agreed      boolean     not null,
    at          timestamptz not null,
    until_at    timestamptz,                          -- withdrawn, or the notice became another
    check (agreed or until_at is null)
);
create unique index archive_answer_open_idx on archive_answer (org_id, customer_id) where agreed and until_at is null;
create index archive_answer_customer_idx on archive_answer (org_id, customer_id, id desc);

-- Threads of customers who agreed at any time, with whoever served them: looked up again whenever the relation changes.
create table archive_line (
    org_id          bigint      not null,
    relation_id     bigint      not null,             -- of the module customer
    conversation_id bigint      not null,
    customer_id     bigint      not null references principal (id),
    member_id       bigint      not null references principal (id),
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    primary key (org_id, relation_id)
);
create index archive_line_thread_idx on archive_line (org_id, conversation_id);
create index archive_line_member_idx on archive_line (org_id, member_id);
create index archive_line_customer_idx on archive_line (org_id, customer_id);

create table archive_auditor (
    org_id       bigint      not null references org (id),
    member_id    bigint      not null references principal (id),
    appointed_by bigint      not null references principal (id),
    appointed_at timestamptz not null,
    primary key (org_id, member_id)
);

-- Who looked at what. Nothing is ever taken out.
create table archive_look (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null references org (id),
    actor_id        bigint      not null references principal (id),
    kind            text        not null check (kind in ('SEARCHED', 'READ', 'FILE', 'EXPORTED', 'SETTINGS', 'APPOINTED', 'DISMISSED')),
    conversation_id bigint,
    customer_id     bigint references principal (id),
    member_id       bigint references principal (id),
    detail          jsonb       not null,
    at              timestamptz not null
);
create index archive_look_list_idx on archive_look (org_id, id desc);
