-- What a company decides about DINGs: ladder, quiet hours, quotas, who may reach whom. No row: the standard.
create table dingrule_settings (
    org_id     bigint      primary key references org (id),
    settings   jsonb,
    rules      jsonb,
    updated_at timestamptz not null
);

-- People whom only some may reach.
create table dingrule_protected (
    org_id     bigint      not null references org (id),
    member_id  bigint      not null references principal (id),
    mode       text        not null check (mode in ('REFUSE', 'APP_ONLY')),
    senders    bigint[]    not null check (cardinality(senders) <= 200),
    updated_at timestamptz not null,
    primary key (org_id, member_id)
);

-- What a member decides about himself: own quiet hours (null: the company's) and who stands in for him.
create table dingrule_preference (
    org_id       bigint not null references org (id),
    principal_id bigint not null references principal (id),
    quiet_from   time,
    quiet_until  time,
    deputy_id    bigint references principal (id),
    deputy_from  date,
    deputy_until date,
    primary key (org_id, principal_id),
    check ((quiet_from is null) = (quiet_until is null)),
    check ((deputy_id is null) = (deputy_from is null) and (deputy_id is null) = (deputy_until is null))
);

-- How often each way was used. Quotas take their turns on these rows; statistics are sums over them.
create table dingrule_usage (
    org_id        bigint  not null references org (id),
    day           date    not null,
    sender_id     bigint  not null references principal (id),
    way           text    not null check (way in ('APP', 'PUSH', 'EMAIL', 'SMS', 'VOICE')),
    department_id bigint  not null, -- the sender's main one on that day, 0 for none
    used          integer not null,
    primary key (org_id, day, sender_id, way)
);
create table dingrule_month (
    org_id bigint  not null references org (id),
    month  date    not null,
    way    text    not null check (way in ('APP', 'PUSH', 'EMAIL', 'SMS', 'VOICE')),
    used   integer not null,
    primary key (org_id, month, way)
);

create table dingrule_audit (
    id       bigint      generated always as identity primary key,
    org_id   bigint      not null references org (id),
    actor_id bigint      not null references principal (id),
    kind     text        not null,
    ding_id  bigint,
    detail   jsonb       not null,
    at       timestamptz not null
);
create index dingrule_audit_list_idx on dingrule_audit (org_id, id);
