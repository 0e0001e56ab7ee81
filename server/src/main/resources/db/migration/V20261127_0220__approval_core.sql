-- One run of a template. What lists need stands here; what happened stands in approval_event.
create table approval (
    id             bigint generated always as identity primary key,
    org_id         bigint      not null references org (id),
    template_id    bigint      not null,
    template_no    integer     not null,              -- which version of the template; never changes
    number         text        not null,
    title          text        not null,              -- name of the template when it was submitted
    applicant_id   bigint      not null references principal (id),
    department_id  bigint,                            -- the applicant's main department when it was submitted
    state          text        not null
                               check (state in ('RUNNING', 'RETURNED', 'AGREED', 'REFUSED', 'REVOKED')),
    form_values    jsonb       not null,
    summary        jsonb       not null,              -- at most three lines for lists and cards
    search_text    text        not null,              -- lower case
    version        integer     not null,              -- number of the last event
    client_key     text        not null check (char_length(client_key) <= 64),
    undoes_id      bigint,                            -- the agreed run this one revokes
    undone_by_id   bigint,                            -- set when that one was agreed
    submitted_at   timestamptz not null,
    ended_at       timestamptz,
    moved_at       timestamptz not null,
    urged_at       timestamptz,                       -- when somebody last pressed those it waits for
    unique (org_id, id),
    unique (org_id, number),
    unique (org_id, applicant_id, client_key),
    foreign key (org_id, undoes_id) references approval (org_id, id),
    foreign key (org_id, undone_by_id) references approval (org_id, id),
    check ((ended_at is not null) = (state in ('AGREED', 'REFUSED', 'REVOKED')))
) with (fillfactor = 70);
create index approval_sent_idx on approval (org_id, applicant_id, id desc);
create index approval_template_idx on approval (org_id, template_id, id desc);
create index approval_moved_idx on approval (org_id, submitted_at);

-- The truth: append-only, folded to get the state. The numbers have no hole.
create table approval_event (
    org_id      bigint      not null,
    approval_id bigint      not null,
    no          integer     not null check (no > 0),
    at          timestamptz not null,
    actor_id    bigint references principal (id),     -- null: a rule or a timer
    data        jsonb       not null,
    primary key (org_id, approval_id, no),
    foreign key (org_id, approval_id) references approval (org_id, id)
);

-- Who is or was asked. Follows from the events, written with them.
create table approval_task (
    org_id      bigint      not null,
    approval_id bigint      not null,
    task        integer     not null,
    node_id     text        not null,
    assignee_id bigint      not null references principal (id),
    for_id      bigint references principal (id),     -- whose delegate the assignee is
    state       text        not null,
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    primary key (org_id, approval_id, task),
    foreign key (org_id, approval_id) references approval (org_id, id)
) with (fillfactor = 70);
create index approval_task_open_idx on approval_task (org_id, assignee_id, approval_id desc) where state = 'OPEN';
create index approval_task_waiting_idx on approval_task (org_id, assignee_id) where state in ('OPEN', 'QUEUED');
create index approval_task_done_idx on approval_task (org_id, assignee_id, approval_id desc) where closed_at is not null;

-- Who may read it and why; what has moved since somebody looked.
create table approval_reader (
    org_id       bigint      not null,
    approval_id  bigint      not null,
    principal_id bigint      not null references principal (id),
    applicant    boolean     not null default false,
    asked        boolean     not null default false,
    told         boolean     not null default false,  -- cc
    read_version integer     not null default 0,
    since        timestamptz not null,
    primary key (org_id, principal_id, approval_id),
    foreign key (org_id, approval_id) references approval (org_id, id)
);
create index approval_reader_approval_idx on approval_reader (org_id, approval_id);
create index approval_reader_told_idx on approval_reader (org_id, principal_id, approval_id desc) where told;

create table approval_comment (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null,
    approval_id bigint      not null,
    author_id   bigint      not null references principal (id),
    text        text        not null check (char_length(text) between 1 and 2000),
    mentions    bigint[]    not null default '{}',
    files       bigint[]    not null default '{}',
    client_key  text        not null check (char_length(client_key) <= 64),
    at          timestamptz not null,
    unique (org_id, approval_id, author_id, client_key),
    foreign key (org_id, approval_id) references approval (org_id, id)
);
create index approval_comment_list_idx on approval_comment (org_id, approval_id, id);

-- Tasks that open between the two moments go to somebody else.
create table approval_delegation (
    id          bigint generated always as identity primary key,
    org_id      bigint      not null references org (id),
    from_id     bigint      not null references principal (id),
    to_id       bigint      not null references principal (id),
    starts_at   timestamptz not null,
    ends_at     timestamptz not null,
    created_at  timestamptz not null,
    ended_early timestamptz,
    check (from_id <> to_id and ends_at > starts_at)
);
create index approval_delegation_from_idx on approval_delegation (org_id, from_id, ends_at);

-- Conversations whose members may read a run.
create table approval_share (
    org_id          bigint      not null,
    approval_id     bigint      not null,
    conversation_id bigint      not null,
    by_id           bigint      not null references principal (id),
    at              timestamptz not null,
    primary key (org_id, approval_id, conversation_id),
    foreign key (org_id, approval_id) references approval (org_id, id)
);

-- Values that were changed with a decision.
create table approval_edit (
    org_id      bigint      not null,
    approval_id bigint      not null,
    no          integer     not null,                 -- number of the last event of that decision
    actor_id    bigint      not null references principal (id),
    changes     jsonb       not null,                 -- [{"key", "before", "after"}]
    at          timestamptz not null,
    primary key (org_id, approval_id, no),
    foreign key (org_id, approval_id) references approval (org_id, id)
);

-- What was given with a decision besides its text.
create table approval_mark (
    org_id       bigint   not null,
    approval_id  bigint   not null,
    task         integer  not null,
    signature_id bigint,
    files        bigint[] not null default '{}',
    primary key (org_id, approval_id, task),
    foreign key (org_id, approval_id) references approval (org_id, id)
);
