package org.yibaoban.portal.desk;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.List;
import org.yibaoban.casebook.Casebook;
import org.yibaoban.casebook.CasebookReport;
import org.yibaoban.config.ConfigFault;
import org.yibaoban.portal.wiring.Configuration;

/** The casebook from the office's desk: as the command does, against the files as they are now. */
@Named
@ViewScoped
public class CasebookPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Configuration configuration;

    @Inject
    private CandidatePlan candidate;

    @Inject
    private Notices notices;

    private Part file;
    private CasebookReport report;

    /** Runs the hospital's own cases. */
    public void runOwn() {
        report = casebook().run(List.of(configuration.folder().resolve("cases")));
    }

    /** Runs the case file that the user brings. */
    public void runBrought() {
        try {
            BroughtFile brought = BroughtFile.of(file);
            report = casebook().run(brought.name(), brought.text());
        } catch (ConfigFault fault) {
            notices.fault("planning.caseFault", fault.getMessage());
        }
    }

    private Casebook casebook() {
        return Casebook.of(configuration.folder(), candidate.plan());
    }

    /** Null until cases were run. */
    public CasebookReport getReport() {
        return report;
    }

    public boolean isAllHeld() {
        return report.exitCode() == 0;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
