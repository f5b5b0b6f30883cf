namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

/// <summary>Marks what a function parameter is bound to.</summary>
public abstract class BindingAttribute : Attribute
{
    public BindingAttribute() { }
}

/// <summary>A binding that hands a value to the function without starting it.</summary>
public abstract class InputBindingAttribute : BindingAttribute
{
    public InputBindingAttribute() { }
}

/// <summary>The binding that starts the function. Each function has exactly one.</summary>
public abstract class TriggerBindingAttribute : BindingAttribute
{
    public TriggerBindingAttribute() { }
}
