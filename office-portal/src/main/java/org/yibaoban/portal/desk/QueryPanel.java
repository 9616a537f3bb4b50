package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.quota.QueryDesk;
import org.yibaoban.office.quota.QueryView;
import org.yibaoban.portal.security.SignedIn;

/** Queries to departments: the office asks, a ward doctor sees and answers those of the own department. */
@Named
@ViewScoped
public class QueryPanel implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 50;

    @Inject
    private QueryDesk desk;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    private final Map<Long, String> answers = new HashMap<>();
    private List<QueryView> queries;
    private String department = "";
    private String subject = "";
    private String question = "";

    /** Those that the user may see: unanswered first. */
    public List<QueryView> getQueries() {
        if (queries == null) {
            DepartmentScope scope = new DepartmentScope(me.user());
            Optional<String> own = me.user().department();
            queries = scope.all() || own.isPresent()
                    ? desk.latest(scope.all() ? Optional.empty() : own, SHOWN)
                    : List.of();
        }
        return queries;
    }

    /** Reads them anew. */
    public void refresh() {
        queries = null;
    }

    /** Only the office asks. */
    public void ask() {
        act(
                () -> {
                    if (!me.isOfficer()) {
                        throw new OfficeRefused(ReasonCode.NOT_ALLOWED, "query", "");
                    }
                    desk.ask(
                            department,
                            today.month(),
                            subject,
                            question,
                            me.user().username());
                    question = "";
                    subject = "";
                },
                "query.asked");
    }

    /** The department answers. */
    public void answer(QueryView query) {
        DepartmentScope scope = new DepartmentScope(me.user());
        act(
                () -> desk.answer(query.id(), answers.get(query.id()), me.user().username(), scope::covers),
                "query.answered");
    }

    private void act(Runnable deed, String done) {
        try {
            deed.run();
            notices.done(done);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        }
        refresh();
    }

    /** Whether the user answers: a doctor of the department. */
    public boolean isAnswering(QueryView query) {
        return query.answer().isEmpty() && me.isDoctor();
    }

    public Map<Long, String> getAnswers() {
        return answers;
    }

    public String getDepartment() {
        return department;
    }

    public void setDepartment(String department) {
        this.department = department == null ? "" : department;
    }

    public String getSubject() {
        return subject;
    }

    public void setSubject(String subject) {
        this.subject = subject == null ? "" : subject;
    }

    public String getQuestion() {
        return question;
    }

    public void setQuestion(String question) {
        this.question = question;
    }
}
