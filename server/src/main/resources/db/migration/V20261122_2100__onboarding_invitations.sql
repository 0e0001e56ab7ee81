-- A link or QR code that lets people into a company. The token is kept readable, because whoever made the link may show its QR code
-- again; it opens no existing account.
create table onboarding_invitation (
    id            bigint generated always as identity primary key,
    org_id        bigint      not null references org (id),
    token         text        not null unique,
    department_id bigint, -- null: the root; a department that is gone by then also means the root
    approval      boolean     not null,
    max_uses      integer check (max_uses > 0),
    uses          integer     not null default 0,
    created_by    bigint      not null references principal (id),
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    revoked_at    timestamptz,
    unique (org_id, id),
    check (max_uses is null or uses <= max_uses)
);
-- The list, newest first.
create index onboarding_invitation_list_idx on onboarding_invitation (org_id, id desc) where revoked_at is null;

-- Somebody who waits at the door.
create table onboarding_join_request (
    id            bigint generated always as identity primary key,
    org_id        bigint      not null references org (id),
    invitation_id bigint      not null,
    account_id    bigint      not null references account (id),
    name          text        not null check (char_length(name) between 1 and 80),
    state         text        not null default 'PENDING' check (state in ('PENDING', 'ACCEPTED', 'REFUSED')),
    created_at    timestamptz not null,
    decided_by    bigint references principal (id),
    decided_at    timestamptz,
    foreign key (org_id, invitation_id) references onboarding_invitation (org_id, id),
    check ((state = 'PENDING') = (decided_at is null))
);
-- One question at a time, and the list of open ones.
create unique index onboarding_join_request_pending_idx on onboarding_join_request (org_id, account_id) where state = 'PENDING';
create index onboarding_join_request_list_idx on onboarding_join_request (org_id, id) where state = 'PENDING';
