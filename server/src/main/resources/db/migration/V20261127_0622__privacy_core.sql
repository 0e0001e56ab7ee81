-- Telling customers what is known of them, erasing them, and the register of what is processed: docs/decisions/0028.
create table privacy_setting (
    org_id     bigint primary key references org (id),
    settings   jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null
);

-- A package with everything about one customer.
create table privacy_export (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null references org (id),
    customer_id  bigint      not null references principal (id),
    asked_by     bigint      not null references principal (id), -- himself, or an administrator for him
    state        text        not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'READY', 'FAILED', 'GONE')),
    locale       text        not null,
    done         integer     not null default 0,                 -- parts that are written
    parts        integer     not null default 0,
    attempts     integer     not null default 0,
    file_id      bigint,                                         -- an upload
    size         bigint,
    asked_at     timestamptz not null,
    next_at      timestamptz,                                    -- when the clock looks at it again: to make it, or to remove it
    ended_at     timestamptz,
    unique (org_id, id),
    check ((state = 'READY') = (file_id is not null))
);
create unique index privacy_export_open_idx on privacy_export (org_id, customer_id, asked_by) where state in ('WAITING', 'RUNNING');
create index privacy_export_customer_idx on privacy_export (org_id, customer_id, id desc);
create index privacy_export_due_idx on privacy_export (next_at) where next_at is not null;

-- A customer who is to be erased, or was. Nothing here tells who he was.
create table privacy_erasure (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null references org (id),
    customer_id  bigint      not null references principal (id),
    origin       text        not null check (origin in ('CUSTOMER', 'ADMINISTRATOR', 'RETENTION')),
    state        text        not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
    asked_by     bigint references principal (id),               -- null: the rule of retention
    asked_at     timestamptz not null,
    due_at       timestamptz not null,
    begun        boolean     not null default false,             -- relations are closed, devices shut out
    parts        text[]      not null default '{}',              -- modules whose part is done
    next_at      timestamptz,                                    -- when the clock looks at it again
    failures     integer     not null default 0,
    ended_by     bigint references principal (id),
    ended_at     timestamptz,
    unique (org_id, id),
    check ((state in ('DONE', 'CANCELLED')) = (ended_at is not null)),
    check ((state in ('DONE', 'CANCELLED')) = (next_at is null))
);
create unique index privacy_erasure_open_idx on privacy_erasure (org_id, customer_id) where state in ('WAITING', 'RUNNING');
create index privacy_erasure_customer_idx on privacy_erasure (org_id, customer_id, id desc);
create index privacy_erasure_list_idx on privacy_erasure (org_id, id desc);
create index privacy_erasure_due_idx on privacy_erasure (next_at) where next_at is not null;

-- When each company's customers are next looked through for those who have been silent for too long.
create table privacy_round (
    org_id  bigint primary key references org (id),
    next_at timestamptz not null,
    reached bigint      not null default 0              -- the last customer looked at in this round
);
create index privacy_round_due_idx on privacy_round (next_at);

-- The company's own lines in the register of processing, beside those that follow from the settings.
create table privacy_activity (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    content    jsonb       not null,
    changed_by bigint      not null references principal (id),
    changed_at timestamptz not null,
    unique (org_id, id)
);
create index privacy_activity_org_idx on privacy_activity (org_id, id);

-- Who did what. Ids only, for ever.
create table privacy_audit (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    actor_id    bigint references principal (id),       -- null: time, or a rule
    kind        text        not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    customer_id bigint references principal (id),
    detail      jsonb       not null,
    at          timestamptz not null
);
create index privacy_audit_list_idx on privacy_audit (org_id, id desc);

-- Orders to an address that is to be forgotten.
create index notice_order_address_idx on notice_order (org_id, address) where address <> '';
-- Devices of customers that have not been used for long.
create index account_guest_session_seen_idx on account_guest_session (org_id, last_seen_at);
-- Customers in the order of their ids, for the rounds of retention.
create index customer_round_idx on customer (org_id, principal_id) where erased_at is null and merged_into is null;
