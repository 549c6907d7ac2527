<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.16-Białowieża" styleCategories="Symbology">
  <pipe>
    <rasterrenderer nodataColor="" alphaBand="-1" band="4" classificationMax="1" opacity="1" type="singlebandpseudocolor" classificationMin="0">
      <rastershader>
        <colorrampshader maximumValue="1" minimumValue="0" classificationMode="1" clip="0" colorRampType="INTERPOLATED" labelPrecision="2">
          <colorramp name="[source]" type="gradient">
            <Option type="Map">
              <Option value="208,28,139,0" name="color1" type="QString"/>
              <Option value="208,28,139,230" name="color2" type="QString"/>
              <Option value="0" name="discrete" type="QString"/>
              <Option value="gradient" name="rampType" type="QString"/>
              <Option value="0.5;208,28,139,40:0.8;208,28,139,110" name="stops" type="QString"/>
            </Option>
          </colorramp>
          <item label="0" value="0" color="#d01c8b" alpha="0"/>
          <item label="0.5" value="0.5" color="#d01c8b" alpha="40"/>
          <item label="0.8" value="0.8" color="#d01c8b" alpha="110"/>
          <item label="1" value="1" color="#d01c8b" alpha="230"/>
          <rampLegendSettings suffix="" orientation="2" minimumLabel="" useContinuousLegend="1" maximumLabel="" direction="0" prefix="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option value="" name="decimal_separator" type="QChar"/>
                <Option value="2" name="decimals" type="int"/>
                <Option value="0" name="rounding_type" type="int"/>
                <Option value="false" name="show_plus" type="bool"/>
                <Option value="true" name="show_thousand_separator" type="bool"/>
                <Option value="false" name="show_trailing_zeros" type="bool"/>
                <Option value="" name="thousand_separator" type="QChar"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
