-- Rules against spam in groups with customers: docs/decisions/0023.
create table groupguard_rule (
    id         bigint generated always as identity primary key,
    org_id     bigint      not null references org (id),
    owner_id   bigint      not null references principal (id),
    name       text        not null check (char_length(name) <= 30),
    groups     bigint[]    not null,                  -- of the module customergroup; none: all of the company
    content    jsonb       not null,
    active     boolean     not null,
    version    integer     not null default 1,
    changed_at timestamptz not null,
    deleted_at timestamptz,
    unique (org_id, id)
);
create index groupguard_rule_list_idx on groupguard_rule (org_id, id desc) where deleted_at is null;

-- What rules and people did to customers. What was written is not kept.
create table groupguard_line (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null references org (id),
    group_id     bigint      not null,
    customer_id  bigint      not null references principal (id),
    rule_id      bigint,
    by_id        bigint references principal (id),
    trigger_kind text        check (trigger_kind in ('KEYWORD', 'LINK', 'PHONE', 'PICTURE', 'QR', 'FLOOD')),
    action       text        not null check (action in ('WARN', 'MUTE', 'UNMUTE', 'REMOVE', 'BLOCK', 'UNBLOCK')),
    minutes      integer,
    at           timestamptz not null,
    foreign key (org_id, rule_id) references groupguard_rule (org_id, id)
);
create index groupguard_line_list_idx on groupguard_line (org_id, group_id, id desc);
create index groupguard_line_strike_idx on groupguard_line (org_id, customer_id, rule_id, at) where action = 'WARN';
create index groupguard_line_age_idx on groupguard_line (at);

-- Customers who come into no group of the company.
create table groupguard_block (
    org_id      bigint      not null references org (id),
    customer_id bigint      not null references principal (id),
    by_id       bigint references principal (id),     -- null: a rule
    reason      text        not null check (char_length(reason) <= 100),
    at          timestamptz not null,
    primary key (org_id, customer_id)
);
