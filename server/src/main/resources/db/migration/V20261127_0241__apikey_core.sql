-- Keys with which a company's programs call this server. Only the hash of a key is kept.
create table apikey_key (
    id           bigint generated always as identity primary key,
    org_id       bigint      not null references org (id),
    name         text        not null check (char_length(name) between 1 and 40),
    token_hash   bytea       not null unique,
    scopes       text[]      not null,
    member_id    bigint references principal (id),    -- acts for this one only; null: each call names the member
    created_by   bigint      not null references principal (id),
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    unique (org_id, id)
);
create index apikey_key_org_idx on apikey_key (org_id, id desc);

-- What was done to a key and with it.
create table apikey_audit (
    id        bigint generated always as identity primary key,
    org_id    bigint      not null,
    key_id    bigint      not null,
    person_id bigint      not null references principal (id), -- the administrator, or whom the program acted for
    what      text        not null check (what in ('CREATED', 'REVOKED', 'STARTED', 'DECIDED')),
    subject   bigint,
    at        timestamptz not null,
    foreign key (org_id, key_id) references apikey_key (org_id, id)
);
create index apikey_audit_key_idx on apikey_audit (org_id, key_id, id desc);
