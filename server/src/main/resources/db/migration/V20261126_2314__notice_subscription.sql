-- Web Push: one row for each browser of a member that may be reached while nobody looks at it.
create table notice_subscription (
    id           bigint      generated always as identity primary key,
    org_id       bigint      not null references org (id),
    principal_id bigint      not null references principal (id),
    session_id   bigint      not null,              -- of the device; signed out, it hears nothing more
    endpoint     text        not null check (char_length(endpoint) <= 1000),
    p256dh       bytea       not null check (octet_length(p256dh) = 65),
    auth         bytea       not null check (octet_length(auth) = 16),
    created_at   timestamptz not null,
    used_at      timestamptz not null,
    unique (org_id, principal_id, endpoint)
);
-- Another member signs in with the same browser.
create index notice_subscription_endpoint_idx on notice_subscription (org_id, endpoint);
create index notice_subscription_session_idx on notice_subscription (session_id);
create index notice_subscription_principal_idx on notice_subscription (principal_id);
