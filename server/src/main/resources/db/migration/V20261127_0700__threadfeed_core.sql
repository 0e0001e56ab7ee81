-- What is said in customers' threads, for modules that work through it: one feed for all of them. docs/decisions/0030 explains it.
create table threadfeed_piece (
    id              bigint generated always as identity primary key,
    lane            text   not null, -- who has not heard it
    org_id          bigint not null,
    conversation_id bigint not null,
    first_seq       bigint not null
);
create index threadfeed_piece_lane_idx on threadfeed_piece (lane, id);

-- Two modules had a feed each.
insert into threadfeed_piece (lane, org_id, conversation_id, first_seq)
select 'customerprofile', org_id, conversation_id, first_seq
from customerprofile_feed
order by id;
insert into threadfeed_piece (lane, org_id, conversation_id, first_seq)
select 'masssend', org_id, conversation_id, first_seq
from masssend_feed
order by id;
drop table customerprofile_feed;
drop table masssend_feed;
