-- Customers: docs/decisions/0020. A principal of kind CUSTOMER belongs to one company and has no account.
alter table principal
    add constraint principal_customer_check check (kind <> 'CUSTOMER' or (org_id is not null and account_id is null and grants = '{}'));

-- What everybody in a conversation sees of a customer. Other things known about him belong to the module "customer".
create table account_guest (
    principal_id bigint      primary key references principal (id),
    org_id       bigint      not null references org (id),
    name         text        not null check (char_length(name) between 1 and 50),
    avatar_id    bigint,     -- an upload
    locale       text        not null,
    created_at   timestamptz not null
);

-- A customer's device. Its id comes from the sequence of account_session: a socket names its session by number alone.
create table account_guest_session (
    id           bigint      primary key,
    org_id       bigint      not null,
    principal_id bigint      not null references account_guest (principal_id),
    token_hash   bytea       not null unique,
    device       text        not null,
    address      text        not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
create index account_guest_session_principal_idx on account_guest_session (principal_id, id);
create index account_guest_session_expiry_idx on account_guest_session (expires_at);
