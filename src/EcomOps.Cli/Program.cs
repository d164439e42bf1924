using System.CommandLine;

var root = new RootCommand("Operations discipline for online shops: rules, inventory and analytics from files.")
{
    // One line per area, in the order of the help page.
};

return root.Parse(args).Invoke();
