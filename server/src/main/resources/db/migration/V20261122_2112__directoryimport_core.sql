-- A spreadsheet with members. The file is kept until the import is over, so that running it checks it again.
create table directoryimport_job (
    id            bigint generated always as identity primary key,
    org_id        bigint      not null references org (id),
    created_by    bigint      not null references principal (id),
    name          text        not null check (char_length(name) <= 255),
    state         text        not null check (state in ('CHECKING', 'CHECKED', 'RUNNING', 'DONE', 'FAILED')),
    failure       text, -- code of the reason when FAILED
    row_count     integer     not null default 0,
    done          integer     not null default 0,
    good          integer     not null default 0,
    bad           integer     not null default 0,
    created       integer     not null default 0,
    updated       integer     not null default 0,
    problem_count integer     not null default 0,
    content       bytea,
    created_at    timestamptz not null,
    check ((state = 'FAILED') = (failure is not null))
);
-- One at a time: two imports would check against a company that the other one changes.
create unique index directoryimport_job_active_idx on directoryimport_job (org_id) where state in ('CHECKING', 'RUNNING');
create index directoryimport_job_org_idx on directoryimport_job (org_id, id desc);

create table directoryimport_problem (
    org_id    bigint  not null,
    import_id bigint  not null references directoryimport_job (id) on delete cascade,
    no        integer not null,
    row_no    integer not null, -- as the spreadsheet program numbers it, from 1
    column_id text    not null,
    code      text    not null,
    params    jsonb   not null default '{}',
    primary key (org_id, import_id, no)
);
