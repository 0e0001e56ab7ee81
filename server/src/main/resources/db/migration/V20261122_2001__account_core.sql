-- A company. Owned by the directory; here because principals refer to it.
create table org (
    id         bigint generated always as identity primary key,
    name       text        not null check (char_length(name) between 1 and 100),
    zone       text        not null default 'Asia/Shanghai',
    locale     text        not null default 'zh-CN',
    settings   jsonb       not null default '{}',
    sample     boolean     not null default false,
    created_at timestamptz not null default now()
);

-- A person's login. Phone in E.164 without spaces, e-mail in lower case.
create table account (
    id            bigint generated always as identity primary key,
    phone         text unique check (phone ~ '^\+[0-9]{6,15}$'),
    email         text unique check (email = lower(email) and char_length(email) <= 254),
    password_hash text, -- null until the person has chosen one
    locale        text        not null default 'zh-CN',
    theme         text        not null default 'SYSTEM' check (theme in ('SYSTEM', 'LIGHT', 'DARK')),
    created_at    timestamptz not null default now(),
    check (phone is not null or email is not null)
);

-- One id space for everybody who can write or read a message.
create table principal (
    id         bigint generated always as identity primary key,
    kind       text        not null check (kind in ('MEMBER', 'CUSTOMER', 'BOT')),
    org_id     bigint references org (id),
    account_id bigint references account (id),
    enabled    boolean     not null default true,
    grants     text[]      not null default '{}',
    created_at timestamptz not null default now(),
    check (kind <> 'MEMBER' or org_id is not null)
);
create unique index principal_account_org_idx on principal (account_id, org_id) where account_id is not null;
create index principal_org_idx on principal (org_id);

-- A signed-in device. principal_id: the company this device works in now; null when the account has none.
create table account_session (
    id           bigint generated always as identity primary key,
    account_id   bigint      not null references account (id),
    principal_id bigint references principal (id),
    token_hash   bytea       not null unique,
    bearer       boolean     not null default false,
    device       text        not null,
    address      text        not null,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
create index account_session_account_idx on account_session (account_id, id);

-- One-time links: RESET asks for a new password, LOGIN signs in at once (sample company, first start).
create table account_link (
    token_hash bytea primary key,
    account_id bigint      not null references account (id),
    purpose    text        not null check (purpose in ('RESET', 'LOGIN')),
    org_id     bigint references org (id),
    created_by bigint references principal (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index account_link_account_idx on account_link (account_id);
