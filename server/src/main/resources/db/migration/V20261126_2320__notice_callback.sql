-- Where a company's SMS gateway reports to. The token in the address is a secret of which only the hash is kept; the rules say
-- how to read what it posts and hold nothing secret.
create table notice_callback (
    org_id     bigint      not null references org (id),
    channel    text        not null check (channel in ('EMAIL', 'SMS', 'VOICE', 'PUSH')),
    token_hash bytea       not null unique,
    rules      jsonb       not null,
    created_at timestamptz not null,
    primary key (org_id, channel)
);
