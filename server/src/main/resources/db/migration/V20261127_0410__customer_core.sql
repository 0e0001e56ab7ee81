-- What a company decides about its customers. The document as JSON; absent: the standard.
create table customer_setting (
    org_id         bigint primary key references org (id),
    settings       jsonb       not null,
    notice_version integer     not null check (notice_version >= 1), -- rises with each change of the privacy notice
    changed_by     bigint references principal (id),
    changed_at     timestamptz not null
);

-- A person as one company knows him, beside his principal. Name and picture belong to the account's guest; the name is here, too,
-- so that lists can be searched.
create table customer (
    principal_id    bigint primary key references principal (id),
    org_id          bigint      not null references org (id),
    name            text        not null check (char_length(name) between 1 and 30),
    source          text        not null check (source in ('QR', 'LINK', 'CARD', 'HOST', 'GROUP', 'IMPORTED', 'UNKNOWN')),
    first_way_id    bigint,                           -- of the module contactway
    level           text        not null check (level in ('ANONYMOUS', 'VERIFIED', 'HOST_SIGNED')),
    reply_by_email  boolean     not null default false,
    consent_version integer,                          -- of the privacy notice
    consent_at      timestamptz,
    blocked_by      bigint references principal (id),
    blocked_at      timestamptz,
    merged_into     bigint,
    created_at      timestamptz not null,
    unique (org_id, principal_id),
    foreign key (org_id, merged_into) references customer (org_id, principal_id),
    check ((blocked_at is null) = (blocked_by is null)),
    check (merged_into <> principal_id)
);
create index customer_merged_idx on customer (org_id, merged_into) where merged_into is not null;
create index customer_blocked_idx on customer (org_id, blocked_at desc) where blocked_at is not null;

-- What he has proved to be his. E-mail in lower case, telephone as +8613800138000, HOST the host site's id of him.
create table customer_key (
    org_id      bigint      not null,
    kind        text        not null check (kind in ('EMAIL', 'PHONE', 'HOST')),
    value       text        not null check (char_length(value) between 1 and 254),
    customer_id bigint      not null,
    verified_at timestamptz not null,
    primary key (org_id, kind, value),
    foreign key (org_id, customer_id) references customer (org_id, principal_id)
);
create index customer_key_customer_idx on customer_key (org_id, customer_id);

-- One employee and one customer. Closed, never deleted.
create table customer_relation (
    id              bigint generated always as identity primary key,
    org_id          bigint      not null,
    customer_id     bigint      not null,
    member_id       bigint      not null references principal (id),
    conversation_id bigint,                           -- null for the moment until the thread is made
    remark          text        not null default '' check (char_length(remark) <= 30),
    description     text        not null default '' check (char_length(description) <= 500),
    remark_company  text        not null default '' check (char_length(remark_company) <= 60),
    phones          text[]      not null default '{}' check (cardinality(phones) <= 5),
    add_way         text        not null check (add_way in
                                    ('QR', 'LINK', 'CARD', 'HOST', 'GROUP', 'ASSIGNED', 'HANDED_OVER', 'SHARED', 'IMPORTED', 'UNKNOWN')),
    state           text        not null default '' check (char_length(state) <= 30),
    way_id          bigint,                           -- of the module contactway
    status          text        not null default 'ACTIVE' check (status in ('ACTIVE', 'CLOSED')),
    end_reason      text        check (end_reason in
                                    ('EMPLOYEE', 'CUSTOMER', 'BLOCKED', 'HANDED_OVER', 'MERGED', 'LEFT', 'ERASED')),
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    closed_by       bigint references principal (id),
    unique (org_id, id),
    foreign key (org_id, customer_id) references customer (org_id, principal_id),
    check ((status = 'CLOSED') = (end_reason is not null and closed_at is not null))
);
create unique index customer_relation_open_idx on customer_relation (org_id, customer_id, member_id) where status = 'ACTIVE';
-- An employee's list, newest first; who served a customer.
create index customer_relation_member_idx on customer_relation (org_id, member_id, id desc);
create index customer_relation_customer_idx on customer_relation (org_id, customer_id, id desc);
create index customer_relation_org_idx on customer_relation (org_id, id desc);
create index customer_relation_way_idx on customer_relation (org_id, way_id, id) where way_id is not null;
create index customer_relation_conversation_idx on customer_relation (org_id, conversation_id) where conversation_id is not null;

-- How many open relations a member has: counted where they are opened and closed, so that nobody counts thousands.
create table customer_load (
    org_id    bigint  not null references org (id),
    member_id bigint  not null references principal (id),
    open      integer not null check (open >= 0),
    primary key (org_id, member_id)
) with (fillfactor = 60);

-- What happened with a customer, for ever. Other modules add their kinds.
create table customer_event (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null,
    customer_id bigint      not null,
    kind        text        not null check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
    actor_id    bigint references principal (id),     -- null: nobody, a rule or time
    relation_id bigint,
    data        jsonb       not null,
    at          timestamptz not null,
    foreign key (org_id, customer_id) references customer (org_id, principal_id)
);
create index customer_event_line_idx on customer_event (org_id, customer_id, id desc);

-- Two contacts that were one person: exactly what was moved, so that it can be moved back.
create table customer_merge (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null,
    kept_id     bigint      not null,
    gone_id     bigint      not null,
    relations   bigint[]    not null,                 -- moved to the kept one
    closed      bigint[]    not null,                 -- of them those that were closed, because he had one with the same employee
    sessions    bigint[]    not null,
    keys        jsonb       not null,
    merged_by   bigint references principal (id),     -- null: the customer himself, by proving an address
    merged_at   timestamptz not null,
    undone_by   bigint references principal (id),
    undone_at   timestamptz,
    unique (org_id, id),
    foreign key (org_id, kept_id) references customer (org_id, principal_id),
    foreign key (org_id, gone_id) references customer (org_id, principal_id)
);
create index customer_merge_kept_idx on customer_merge (org_id, kept_id, id desc);
