-- What was said in groups is heard through a lane of threadfeed: docs/decisions/0036.
insert into threadfeed_piece (lane, org_id, conversation_id, first_seq)
select 'grouptold', org_id, conversation_id, first_seq
from grouptold_feed
order by id;

drop table grouptold_feed;
