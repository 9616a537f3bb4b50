package org.yibaoban.portal.desk;

import jakarta.enterprise.inject.Instance;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.Optional;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.Plans;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.config.PlanReader;

/** A plan that the user brings to try it before it is put in force. Nothing here changes what is in force. */
@Named
@ViewScoped
public class CandidatePlan implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Looked up, because a bean of a view may hold nothing that cannot be stored with it. */
    @Inject
    private Instance<Plans> plans;

    @Inject
    private Notices notices;

    private Part file;
    private PlanHistory plan;

    /** Takes the plan, or says what is wrong with it, with its line. */
    public void bring() {
        try {
            BroughtFile brought = BroughtFile.of(file);
            plan = PlanReader.read(brought.name(), brought.text());
        } catch (ConfigFault fault) {
            notices.fault("planning.planFault", fault.getMessage());
        }
    }

    /** Back to the plans that are in force. */
    public void drop() {
        plan = null;
    }

    Optional<PlanHistory> plan() {
        return Optional.ofNullable(plan);
    }

    /** The plans in force, with the brought one in the place of the one of its id. */
    Plans tried() {
        return plan == null ? plans.get() : plans.get().with(plan);
    }

    /** Null while only the plans in force are tried. */
    public PlanHistory getPlan() {
        return plan;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
