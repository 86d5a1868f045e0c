-- The number to call of somebody the desk entered stood before their answer; it is a field of its own, erased with the rest.

alter table attendance.sign_up add column phone text;
alter table attendance.sign_up no force row level security;
-- Only the desk enters people who are confirmed the moment they sign up.
update attendance.sign_up
set
  phone = substring(answer from '^Tel\. (\+?[0-9\s()/-]{3,40}?)(?: · .*)?$'),
  answer = coalesce(substring(answer from '^Tel\. \+?[0-9\s()/-]{3,40}? · (.*)$'), '')
where answer ~ '^Tel\. \+?[0-9\s()/-]{3,40}( · .*)?$' and confirm_by = signed_up_at;
alter table attendance.sign_up force row level security;
alter table attendance.sign_up drop constraint erased_is_empty;
alter table attendance.sign_up
  add constraint erased_is_empty check (erased_at is null or coalesce(token_hash, name, email, phone, answer) is null);
