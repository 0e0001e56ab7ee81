-- The message log. docs/decisions/0003 explains every table.
create table messaging_conversation (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    kind        text        not null check (kind in ('DIRECT', 'GROUP')),
    title       text        not null default '' check (char_length(title) <= 100),
    low_id      bigint references principal (id),  -- DIRECT: the smaller principal id
    high_id     bigint references principal (id),
    settings    jsonb       not null default '{}',
    created_by  bigint      not null references principal (id),
    created_at  timestamptz not null,
    dissolved_at timestamptz,
    check ((kind = 'DIRECT') = (low_id is not null and high_id is not null))
);
create unique index messaging_conversation_direct_idx on messaging_conversation (org_id, low_id, high_id) where kind = 'DIRECT';

-- Narrow and hot: its row lock orders the writers. No index on changing columns but the one sync needs is on moved_xid elsewhere.
create table messaging_head (
    conversation_id bigint      primary key references messaging_conversation (id),
    org_id          bigint      not null,
    seq             bigint      not null default 0, -- the last entry
    message_no      bigint      not null default 0, -- the last entry that counts as unread
    moved_xid       xid8        not null default pg_current_xact_id(),
    moved_at        timestamptz not null
) with (fillfactor = 50);

create table messaging_member (
    conversation_id bigint      not null references messaging_conversation (id),
    principal_id    bigint      not null references principal (id),
    org_id          bigint      not null,
    role            text        not null default 'MEMBER' check (role in ('OWNER', 'ADMIN', 'MEMBER')),
    from_seq        bigint      not null,           -- the first entry this member may see
    from_no         bigint      not null,           -- message_no before it: unread counts from here
    joined_at       timestamptz not null,
    left_at         timestamptz,                    -- a row stays when a member leaves
    muted           boolean     not null default false,
    pinned          boolean     not null default false,
    primary key (conversation_id, principal_id)
);
create index messaging_member_principal_idx on messaging_member (principal_id, conversation_id) where left_at is null;

create table messaging_entry (
    conversation_id bigint      not null,
    seq             bigint      not null,
    org_id          bigint      not null,
    message_no      bigint      not null, -- of this entry if it counts as unread, else of the one before
    sender_id       bigint      not null,
    kind            text        not null,
    client_key      text, -- null for entries the system makes
    digest          bytea,          -- of kind and body: the same key with another body is a conflict
    target_seq      bigint,
    recalled_by_seq bigint,         -- the RECALL entry that ended this one
    body            jsonb       not null,
    created_at      timestamptz not null,
    primary key (conversation_id, seq)
);
create unique index messaging_entry_key_idx on messaging_entry (conversation_id, sender_id, client_key) where client_key is not null;
