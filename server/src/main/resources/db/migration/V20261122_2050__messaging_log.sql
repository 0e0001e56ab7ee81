alter table messaging_conversation
    add column create_key   text,                             -- makes a repeated creation of a group harmless
    add column member_count integer not null default 0,       -- kept under the head's lock: lists need no counting
    add column closed       boolean not null default false;   -- DIRECT: one of the two is disabled or has left the company
create unique index messaging_conversation_key_idx
    on messaging_conversation (org_id, created_by, create_key) where create_key is not null;

alter table messaging_entry add column reply_to bigint;
-- The files of a conversation, newest first.
create index messaging_entry_file_idx on messaging_entry (conversation_id, seq desc) where kind in ('IMAGE', 'FILE');

-- How far somebody has read. Small and often updated.
create table messaging_read (
    conversation_id bigint      not null,
    principal_id    bigint      not null,
    org_id          bigint      not null,
    read_seq        bigint      not null,
    read_no         bigint      not null, -- message number at read_seq
    read_at         timestamptz not null,
    primary key (conversation_id, principal_id)
) with (fillfactor = 50);

-- One row for each advance of a mark: the first step at or behind a message tells when it was read.
create table messaging_read_step (
    conversation_id bigint      not null,
    principal_id    bigint      not null,
    read_seq        bigint      not null,
    org_id          bigint      not null,
    read_at         timestamptz not null,
    primary key (conversation_id, principal_id, read_seq)
);

-- Who is mentioned where; principal 0 is everybody. Rows go when the message is recalled.
create table messaging_mention (
    conversation_id bigint not null,
    principal_id    bigint not null,
    seq             bigint not null,
    org_id          bigint not null,
    primary key (conversation_id, principal_id, seq)
);
create index messaging_mention_seq_idx on messaging_mention (conversation_id, seq);

-- A person's own log. The counter's row lock orders the numbers; the log keeps one line for each kind and conversation.
create table messaging_personal_head (
    principal_id bigint primary key,
    org_id       bigint not null,
    seq          bigint not null
) with (fillfactor = 50);
create table messaging_personal (
    principal_id    bigint not null,
    conversation_id bigint not null,
    kind            text   not null,
    seq             bigint not null,
    org_id          bigint not null,
    data            jsonb  not null,
    primary key (principal_id, conversation_id, kind)
);
create unique index messaging_personal_seq_idx on messaging_personal (principal_id, seq);

-- What is committed and perhaps not fanned out yet: one row for each batch.
create table messaging_outbox (
    id              bigint generated always as identity primary key,
    conversations   bigint[]    not null,
    seqs            bigint[]    not null,
    created_at      timestamptz not null default now()
);

create table messaging_era (
    only_row boolean primary key default true check (only_row),
    era      bigint not null
);
insert into messaging_era (era) values (1);
