-- Six digits on their way to an address that a guest wants to prove.
create table visit_code (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null references org (id),
    customer_id  bigint      not null references principal (id),
    channel      text        not null check (channel in ('EMAIL', 'SMS')),
    address      text        not null,
    address_hash bytea       not null,                -- stays when the address is emptied
    code_hash    bytea       not null,
    tries        integer     not null default 0,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);
create index visit_code_customer_idx on visit_code (org_id, customer_id, created_at desc);
create index visit_code_address_idx on visit_code (org_id, address_hash, created_at desc);
create index visit_code_age_idx on visit_code (created_at);

-- New chats by network address and day, across companies; nothing here says who or where.
create table visit_opening (
    address_hash bytea   not null,
    day          date    not null,
    openings     integer not null,
    primary key (address_hash, day)
);

-- Challenges that were answered: each is good once.
create table visit_work (
    challenge_hash bytea primary key,
    expires_at     timestamptz not null
);
create index visit_work_age_idx on visit_work (expires_at);

-- Keys by which a host site signs who its users are: derived from the server's own key and the number here. A new one ends the old one after a day.
create table visit_host_key (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    created_by bigint      not null references principal (id),
    created_at timestamptz not null,
    ends_at    timestamptz
);
create index visit_host_key_org_idx on visit_host_key (org_id, id desc);

-- What customers reported.
create table visit_report (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    customer_id bigint      not null references principal (id),
    relation_id bigint      not null,
    member_id   bigint      not null references principal (id),
    reason      text        not null check (reason in ('NONE', 'SPAM', 'HARASSMENT', 'FRAUD', 'OTHER')),
    text        text        not null check (char_length(text) <= 500),
    at          timestamptz not null,
    unique (org_id, id)
);
create index visit_report_list_idx on visit_report (org_id, id desc);

-- Threads in which something was said to a guest who may not be there; taken by the clock of replies.
create table visit_reply (
    org_id          bigint      not null references org (id),
    conversation_id bigint      not null,
    first_seq       bigint      not null,
    last_seq        bigint      not null,
    due_at          timestamptz not null,
    primary key (org_id, conversation_id)
);
create index visit_reply_due_idx on visit_reply (due_at);

-- When a thread's customer was last told by e-mail.
create table visit_told (
    org_id          bigint      not null references org (id),
    conversation_id bigint      not null,
    at              timestamptz not null,
    primary key (org_id, conversation_id)
);
