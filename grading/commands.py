"""What ``python -m grading`` can do besides grading."""

# name -> (module with a `main`, what it does)
COMMANDS = {
    "collect": ("grading.submissions.collect_app", "takes what Canvas or Moodle offers for download"),
    "feedback": ("grading.feedback.app", "makes the pages to give back"),
    "extend": ("grading.extend.app", "gives some students more time"),
    "init": ("grading.init.app", "makes a folder a course of your own"),
    "report": ("grading.report.app", "makes a page on what the class did not understand"),
    "waiting": ("grading.waiting.app", "lists what waits for a person"),
    "watch": ("grading.watch.app", "grades what comes in as it comes in"),
}
HELP = "\n\n".join(f"python -m grading {name}: {what}" for name, (_, what) in COMMANDS.items())
