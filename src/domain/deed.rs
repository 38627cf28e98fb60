//! The names of what a person can do: every operation in the history is one of these.

use super::word::words;

words! {
    /// What an operation did. With its subject (a record's name) it makes the line of the history and
    /// the word that undo gives.
    pub enum Deed {
        /// First start: name, currency, fiscal year, quota.
        BeginBook = "begin_book",
        /// A setting of the book was changed.
        ChangeSetting = "change_setting",
        /// An account was added.
        AddAccount = "add_account",
        /// An account was edited.
        EditAccount = "edit_account",
        /// An account was deleted with what hangs on it.
        DeleteAccount = "delete_account",
        /// Two accounts became one.
        MergeAccounts = "merge_accounts",
        /// Another copy of the book was joined; the detail is how far it had come.
        JoinBook = "join_book",
        /// A contact was added.
        AddContact = "add_contact",
        /// A contact was edited.
        EditContact = "edit_contact",
        /// A contact was deleted.
        DeleteContact = "delete_contact",
        /// Two contacts became one.
        MergeContacts = "merge_contacts",
        /// Two deals became one.
        MergeDeals = "merge_deals",
        /// Two records that look like doubles were told apart.
        TellApart = "tell_apart",
        /// That was taken back.
        TellTogether = "tell_together",
        /// A deal was added.
        AddDeal = "add_deal",
        /// A deal was edited.
        EditDeal = "edit_deal",
        /// A deal moved on to a later stage.
        AdvanceDeal = "advance_deal",
        /// A deal went back to an earlier stage.
        BackDeal = "back_deal",
        /// A deal was won.
        WinDeal = "win_deal",
        /// A deal was lost.
        LoseDeal = "lose_deal",
        /// A closed deal was opened again.
        ReopenDeal = "reopen_deal",
        /// A deal was deleted.
        DeleteDeal = "delete_deal",
        /// A product was added.
        AddProduct = "add_product",
        /// A product was edited.
        EditProduct = "edit_product",
        /// A small order was added.
        AddOrder = "add_order",
        /// A quota was set.
        SetQuota = "set_quota",
        /// Time, people and money were planned; the detail says for what.
        PlanResources = "plan_resources",
        /// An exchange rate was set.
        SetRate = "set_rate",
        /// An activity was logged.
        LogActivity = "log_activity",
        /// A line was captured: an activity, and what it changed of its deal.
        Capture = "capture",
        /// An activity was edited.
        EditActivity = "edit_activity",
        /// An activity was deleted.
        DeleteActivity = "delete_activity",
        /// A task was done.
        FinishTask = "finish_task",
        /// A deal's next step was done.
        FinishStep = "finish_step",
        /// A commitment was made.
        AddCommitment = "add_commitment",
        /// A commitment was settled.
        SettleCommitment = "settle_commitment",
        /// A commitment was edited.
        EditCommitment = "edit_commitment",
        /// A commitment was deleted.
        DeleteCommitment = "delete_commitment",
        /// A special day was added.
        AddSpecialDay = "add_special_day",
        /// A special day was edited.
        EditSpecialDay = "edit_special_day",
        /// A special day was deleted.
        DeleteSpecialDay = "delete_special_day",
        /// Somebody was greeted on their special day.
        GreetSpecialDay = "greet_special_day",
        /// Something due was put off.
        Snooze = "snooze",
        /// Something put off is shown again.
        Wake = "wake",
        /// Records were tagged.
        TagRecord = "tag_record",
        /// A tag was taken off.
        UntagRecord = "untag_record",
        /// A custom field was defined.
        DefineField = "define_field",
        /// A link was added.
        AddLink = "add_link",
        /// An entry of a plan was added; the detail says of which kind.
        AddEntry = "add_entry",
        /// An entry of a plan was edited.
        EditEntry = "edit_entry",
        /// What an entry of a plan waited for has come: done, reached, paid.
        FinishEntry = "finish_entry",
        /// An entry of a plan was deleted.
        DeleteEntry = "delete_entry",
        /// An entry of a plan was put elsewhere in its list.
        MoveEntry = "move_entry",
        /// Stages were edited.
        EditStages = "edit_stages",
        /// Win rates from one's own record were taken as those of the stages; the subject is how many.
        TakeWinRates = "take_win_rates",
        /// A stage was added.
        AddStage = "add_stage",
        /// A stage was deleted.
        DeleteStage = "delete_stage",
        /// A product was deleted.
        DeleteProduct = "delete_product",
        /// A small order was edited.
        EditOrder = "edit_order",
        /// A small order was deleted.
        DeleteOrder = "delete_order",
        /// A quota was taken away.
        DeleteQuota = "delete_quota",
        /// An exchange rate was deleted.
        DeleteRate = "delete_rate",
        /// A reason for losing was added.
        AddLostReason = "add_lost_reason",
        /// A reason for losing was renamed or moved.
        EditLostReason = "edit_lost_reason",
        /// A reason for losing was deleted.
        DeleteLostReason = "delete_lost_reason",
        /// A colleague was added.
        AddColleague = "add_colleague",
        /// A colleague was edited.
        EditColleague = "edit_colleague",
        /// A colleague was deleted.
        DeleteColleague = "delete_colleague",
        /// A tag was renamed.
        RenameTag = "rename_tag",
        /// Two tags became one.
        MergeTags = "merge_tags",
        /// A tag was deleted.
        DeleteTag = "delete_tag",
        /// A custom field was edited or moved.
        EditField = "edit_field",
        /// A custom field was deleted with its values.
        DeleteField = "delete_field",
        /// A link was edited.
        EditLink = "edit_link",
        /// A link was deleted.
        DeleteLink = "delete_link",
        /// Several deals were moved to other stages.
        MoveDeals = "move_deals",
        /// Several deals got another close date.
        DateDeals = "date_deals",
        /// Several deals got another day for their next step.
        PlanDeals = "plan_deals",
        /// Several deals got another owner.
        AssignDeals = "assign_deals",
        /// Several accounts got another owner.
        AssignAccounts = "assign_accounts",
        /// Several contacts got another owner.
        AssignContacts = "assign_contacts",
        /// Several accounts got another tier.
        TierAccounts = "tier_accounts",
        /// Several deals were deleted.
        DeleteDeals = "delete_deals",
        /// Several accounts were deleted with what hangs on them.
        DeleteAccounts = "delete_accounts",
        /// Several contacts were deleted.
        DeleteContacts = "delete_contacts",
        /// Clues of a person were observed.
        Observe = "observe",
        /// A person was scored directly.
        ScorePerson = "score_person",
        /// An observation or a direct score was withdrawn.
        WithdrawEvidence = "withdraw_evidence",
        /// Something was remembered of a person.
        AddRecollection = "add_recollection",
        /// Something remembered was changed.
        EditRecollection = "edit_recollection",
        /// Something remembered was deleted.
        DeleteRecollection = "delete_recollection",
        /// How a person sees us was told.
        SeeUs = "see_us",
        /// A reporting line was drawn or taken away.
        SetReporting = "set_reporting",
        /// One of ours was put beside one of theirs.
        CoverContact = "cover_contact",
        /// One of ours was taken from one of theirs.
        UncoverContact = "uncover_contact",
        /// One of ours got a role for an account.
        AssignRole = "assign_role",
        /// One of ours lost a role for an account.
        UnassignRole = "unassign_role",
        /// It was told whether an account decides as a group.
        SetCollective = "set_collective",
        /// One's own needs were told.
        SetOwnNeeds = "set_own_needs",
        /// Questions of the walk-around were ticked or unticked.
        TickWalk = "tick_walk",
        /// A person's part in one deal was told.
        SetDealPerson = "set_deal_person",
        /// A review was begun.
        BeginReview = "begin_review",
        /// A review was finished.
        FinishReview = "finish_review",
        /// A deal was kept as it is in a review.
        KeepDeal = "keep_deal",
        /// A deal was passed over in a review.
        PassOverDeal = "pass_over_deal",
        /// A deal was left out of reviews until a day.
        LeaveOutDeal = "leave_out_deal",
        /// A forecast was handed in.
        SubmitForecast = "submit_forecast",
        /// The class of an account was decided by hand; the detail says by which method.
        DecideClass = "decide_class",
        /// That was taken back; the detail says by which method.
        TakeBackClass = "take_back_class",
        /// Files were imported.
        ImportFiles = "import_files",
        /// What was put right of imported files was forgotten.
        ForgetMapping = "forget_mapping",
    }
}
